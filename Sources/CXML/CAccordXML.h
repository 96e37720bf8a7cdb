/* libxml2 for Swift, and what Swift cannot say itself: callbacks whose parameters differ from
   version to version, and macros. 2.9 and later. */
#ifndef ACCORD_XML_H
#define ACCORD_XML_H

/* Where libxml2 is built with ICU, its header of encodings includes ICU's, whose types clash with
   those of Foundation's own ICU in a Swift program. Nothing of it is used here. */
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED

#include <libxml/SAX2.h>
#include <libxml/encoding.h>
#include <libxml/parser.h>
#include <libxml/relaxng.h>
#include <libxml/tree.h>
#include <libxml/valid.h>
#include <libxml/xmlIO.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlschemas.h>
#include <libxml/xmlschemastypes.h>

/* One report of libxml2. The message ends with a line break and lives as long as the call, as do
   the file's name, which may be NULL, and the node that is meant, which may be NULL. Level, code,
   line and column are libxml2's; a line or column of 0 is unknown. */
typedef void (*accord_xml_report)(
  void *context, int level, int code, const char *file, int line, int column,
  const char *message, const void *node);

typedef struct {
  accord_xml_report report;
  void *context;
} accord_xml_receiver;

/* The parameter became const in 2.12. */
#if LIBXML_VERSION >= 21200
typedef const xmlError *accord_xml_error;
#else
typedef xmlErrorPtr accord_xml_error;
#endif

static inline void accord_xml_forward(void *receiver, accord_xml_error error) {
  const accord_xml_receiver *to = (const accord_xml_receiver *)receiver;
  if (to && error) {
    to->report(
      to->context, (int)error->level, error->code, error->file, error->line, error->int2,
      error->message ? error->message : "", error->node);
  }
}

/* To be called once before everything else. No schema and no document is fetched over a network:
   the loader is the process's, since schemas have no option of their own. The tables of types are
   made here since libxml2 makes them at their first use without a lock. */
static inline void accord_xml_initialize(void) {
  xmlInitParser();
  xmlSetExternalEntityLoader(xmlNoNetExternalEntityLoader);
  xmlSchemaInitTypes();
  xmlRelaxNGInitTypes();
}

/* What a document may hold, counted while it is parsed. */
typedef struct {
  accord_xml_receiver receiver;
  /* Elements, attributes and all else that has a node but text, so far and at most. */
  long nodes, maximum_nodes;
  /* Bytes that the DTD's attributes and parameter entities add, so far, and at most for each. */
  long defaulted, parameters, maximum_expansion;
  /* References to parameter entities, so far. */
  long references;
  /* Declarations of namespaces that are in scope, at most: libxml2 searches them one by one. */
  int maximum_namespaces;
  /* An entity was declared; type is an xmlEntityType, content NULL for an external one. */
  void (*declared)(void *context, const char *name, int type, const char *content);
  /* The document refers to an entity; type is -1 if it is not declared. Not 0 to go on. */
  int (*referenced)(void *context, const char *name, int type);
  void *context;
  /* Why parsing was stopped: 0 if it was not. */
  int stopped;
  /* Where it was stopped. */
  int line, column;
} accord_xml_guard;

enum {
  accord_xml_stopped_nodes = 1,
  accord_xml_stopped_defaulted = 2,
  accord_xml_stopped_entity = 3,
  accord_xml_stopped_parameters = 4,
  accord_xml_stopped_namespaces = 5,
  accord_xml_stopped_scope = 6,
};

/* A parser's handlers are given the parser's context, which keeps the guard. */
static inline accord_xml_guard *accord_xml_guard_of(void *parser) {
  return (accord_xml_guard *)((xmlParserCtxtPtr)parser)->_private;
}

static inline void accord_xml_forward_parser(void *parser, accord_xml_error error) {
  accord_xml_forward(&accord_xml_guard_of(parser)->receiver, error);
}

static inline void accord_xml_stop(xmlParserCtxtPtr parser, int reason) {
  accord_xml_guard *guard = accord_xml_guard_of(parser);
  if (!guard->stopped) {
    guard->stopped = reason;
    guard->line = parser->input ? parser->input->line : 0;
    guard->column = parser->input ? parser->input->col : 0;
  }
  parser->wellFormed = 0;
  xmlStopParser(parser);
}

/* Whether a name of an element that just began has lost its namespace: libxml2 builds what an
   entity brings apart from the document, and finds no declarations that stand around it. */
static inline int accord_xml_lost_namespace(
  xmlParserCtxtPtr parser, const xmlChar *uri, int attributes, const xmlChar **values) {
  if (!parser->node) return 0;
  if (uri && !parser->node->ns) return 1;
  for (int index = 0; parser->depth > 0 && index < attributes; index++) {
    const xmlChar *prefix = values[5 * index + 1];
    if (prefix && !xmlSearchNs(parser->myDoc, parser->node, prefix)) return 1;
  }
  return 0;
}

/* Whether an entity that was read where there is no default namespace has names that would be in
   the one there is here: libxml2 reads an entity once and copies it. */
static inline int accord_xml_gains_namespace(xmlParserCtxtPtr parser, xmlEntityPtr entity) {
  xmlNsPtr space = parser->node ? xmlSearchNs(parser->myDoc, parser->node, NULL) : NULL;
  if (!space || !space->href || !*space->href) return 0;
  xmlNodePtr node = entity->children;
  while (node) {
    if (node->type == XML_ELEMENT_NODE && !node->ns) return 1;
    if (node->type == XML_ELEMENT_NODE && node->children) {
      node = node->children;
      continue;
    }
    while (node && !node->next) {
      node = node->parent && node->parent->type == XML_ELEMENT_NODE ? node->parent : NULL;
    }
    if (node) node = node->next;
  }
  return 0;
}

static inline void accord_xml_start_element(
  void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri,
  int namespaces, const xmlChar **declarations, int attributes, int defaulted,
  const xmlChar **values) {
  accord_xml_guard *guard = accord_xml_guard_of(context);
  guard->nodes += 1 + attributes + namespaces;
  for (int index = attributes - defaulted; index < attributes; index++) {
    guard->defaulted += values[5 * index + 4] - values[5 * index + 3];
  }
  if (guard->defaulted > guard->maximum_expansion) {
    accord_xml_stop((xmlParserCtxtPtr)context, accord_xml_stopped_defaulted);
  } else if (guard->nodes > guard->maximum_nodes) {
    accord_xml_stop((xmlParserCtxtPtr)context, accord_xml_stopped_nodes);
  } else if (((xmlParserCtxtPtr)context)->nsNr / 2 > guard->maximum_namespaces) {
    accord_xml_stop((xmlParserCtxtPtr)context, accord_xml_stopped_namespaces);
  } else {
    /* Told of none that the DTD gives, libxml2 keeps those too, as XML 1.0 section 5.1 has it. */
    xmlSAX2StartElementNs(
      context, name, prefix, uri, namespaces, declarations, attributes, 0, values);
    xmlParserCtxtPtr parser = (xmlParserCtxtPtr)context;
    if (accord_xml_lost_namespace(parser, uri, attributes, values)) {
      accord_xml_stop(parser, accord_xml_stopped_scope);
    }
    /* An element has 16 bits for its line, and libxml2 guesses beyond them; 16 more are unused. */
    if (parser->node && parser->input && parser->input->line >= 65535) {
      parser->node->line = (unsigned short)(parser->input->line & 0xFFFF);
      parser->node->extra = (unsigned short)(parser->input->line >> 16);
    }
  }
}

static inline void accord_xml_comment(void *context, const xmlChar *text) {
  accord_xml_guard *guard = accord_xml_guard_of(context);
  if (++guard->nodes > guard->maximum_nodes) {
    accord_xml_stop((xmlParserCtxtPtr)context, accord_xml_stopped_nodes);
  } else {
    xmlSAX2Comment(context, text);
  }
}

static inline void accord_xml_instruction(
  void *context, const xmlChar *target, const xmlChar *text) {
  accord_xml_guard *guard = accord_xml_guard_of(context);
  if (++guard->nodes > guard->maximum_nodes) {
    accord_xml_stop((xmlParserCtxtPtr)context, accord_xml_stopped_nodes);
  } else {
    xmlSAX2ProcessingInstruction(context, target, text);
  }
}

static inline void accord_xml_entity_declared(
  void *context, const xmlChar *name, int type, const xmlChar *public_id,
  const xmlChar *system_id, xmlChar *content) {
  accord_xml_guard *guard = accord_xml_guard_of(context);
  guard->declared(guard->context, (const char *)name, type, (const char *)content);
  xmlSAX2EntityDecl(context, name, type, public_id, system_id, content);
}

static inline xmlEntityPtr accord_xml_entity_found(
  void *context, const xmlChar *name, xmlEntityPtr entity) {
  xmlParserCtxtPtr parser = (xmlParserCtxtPtr)context;
  accord_xml_guard *guard = accord_xml_guard_of(parser);
  int is_external =
    entity && entity->etype != XML_INTERNAL_GENERAL_ENTITY
    && entity->etype != XML_INTERNAL_PARAMETER_ENTITY
    && entity->etype != XML_INTERNAL_PREDEFINED_ENTITY;
  if (entity && !is_external && accord_xml_gains_namespace(parser, entity)) {
    accord_xml_stop(parser, accord_xml_stopped_scope);
    return NULL;
  }
  /* Inside of an entity: its whole expansion was counted where the document refers to it. */
  if (parser->depth > 0 && entity && !is_external) return entity;
  /* An undeclared one is an error of libxml2's own, but for what it does not read. */
  if (!entity && !parser->hasExternalSubset && !parser->hasPErefs) return entity;
  if (guard->referenced(guard->context, (const char *)name, entity ? (int)entity->etype : -1)) {
    accord_xml_stop(parser, accord_xml_stopped_entity);
    return NULL;
  }
  return entity;
}

static inline xmlEntityPtr accord_xml_entity(void *context, const xmlChar *name) {
  return accord_xml_entity_found(context, name, xmlSAX2GetEntity(context, name));
}

static inline xmlEntityPtr accord_xml_parameter_entity(void *context, const xmlChar *name) {
  accord_xml_guard *guard = accord_xml_guard_of(context);
  xmlEntityPtr entity = xmlSAX2GetParameterEntity(context, name);
  /* Each reference is followed at once, those inside of what it brings too. libxml2 2.9 counts to
     ten thousand and then may never come back, so that they are counted here as well. */
  guard->parameters += entity ? entity->length : 0;
  if (++guard->references > 5000 || guard->parameters > guard->maximum_expansion) {
    accord_xml_stop((xmlParserCtxtPtr)context, accord_xml_stopped_parameters);
    return NULL;
  }
  return accord_xml_entity_found(context, name, entity);
}

static inline xmlParserCtxtPtr accord_xml_parser(const accord_xml_guard *guard) {
  xmlParserCtxtPtr parser = xmlNewParserCtxt();
  if (!parser) return NULL;
  parser->_private = (void *)guard;
  parser->sax->serror = accord_xml_forward_parser;
  return parser;
}

/* Entities are put in place by this setting of the parser, and not by its option, which would have
   external ones loaded as well. Reading a document clears it, so that it is set when that begins. */
static inline void accord_xml_start_substituting(void *context) {
  ((xmlParserCtxtPtr)context)->replaceEntities = 1;
  xmlSAX2StartDocument(context);
}

/* What goes wrong where libxml2 has no context at hand, such as in the conversion of encodings, or has
   one of its own, such as for included files, is reported to the thread's handler, and without one
   printed. It is put back afterwards. */
typedef struct {
  xmlStructuredErrorFunc handler;
  void *context;
} accord_xml_thread_handler;

static inline accord_xml_thread_handler accord_xml_take_thread(
  const accord_xml_receiver *receiver) {
  accord_xml_thread_handler former = {xmlStructuredError, xmlStructuredErrorContext};
  xmlSetStructuredErrorFunc((void *)receiver, accord_xml_forward);
  return former;
}

static inline void accord_xml_restore_thread(accord_xml_thread_handler former) {
  xmlSetStructuredErrorFunc(former.context, former.handler);
}

/* Parses a document that may be hostile: no network, no DTD is loaded, and libxml2's own limits of
   depth and size hold. Entities of the document's own are put in place only on request: the caller
   knows then that there are no external ones. NULL if it is not well-formed. */
static inline xmlDocPtr accord_xml_parse(
  const char *bytes, int count, const char *encoding, int substitutes,
  const accord_xml_guard *guard) {
  xmlParserCtxtPtr parser = accord_xml_parser(guard);
  if (!parser) return NULL;
  parser->sax->startElementNs = accord_xml_start_element;
  parser->sax->comment = accord_xml_comment;
  parser->sax->processingInstruction = accord_xml_instruction;
  parser->sax->entityDecl = accord_xml_entity_declared;
  parser->sax->getEntity = accord_xml_entity;
  parser->sax->getParameterEntity = accord_xml_parameter_entity;
  if (substitutes) parser->sax->startDocument = accord_xml_start_substituting;
  accord_xml_thread_handler former = accord_xml_take_thread(&guard->receiver);
  xmlDocPtr document = xmlCtxtReadMemory(
    parser, bytes, count, NULL, encoding,
    XML_PARSE_NONET | XML_PARSE_BIG_LINES | XML_PARSE_NOCDATA | XML_PARSE_COMPACT);
  accord_xml_restore_thread(former);
  xmlFreeParserCtxt(parser);
  return document;
}

/* Parses a file of the author's own, in which entities of its own are substituted. NULL if it is
   not well-formed or not there. */
static inline xmlDocPtr accord_xml_parse_file(
  const char *path, const accord_xml_receiver *receiver) {
  accord_xml_guard guard = {*receiver};
  xmlParserCtxtPtr parser = accord_xml_parser(&guard);
  if (!parser) return NULL;
  accord_xml_thread_handler former = accord_xml_take_thread(receiver);
  xmlDocPtr document = xmlCtxtReadFile(
    parser, path, NULL, XML_PARSE_NONET | XML_PARSE_NOENT | XML_PARSE_BIG_LINES);
  accord_xml_restore_thread(former);
  xmlFreeParserCtxt(parser);
  return document;
}

/* The same for a document in memory, which may name a place to find other files from. */
static inline xmlDocPtr accord_xml_parse_trusted(
  const char *bytes, int count, const char *url, const accord_xml_receiver *receiver) {
  accord_xml_guard guard = {*receiver};
  xmlParserCtxtPtr parser = accord_xml_parser(&guard);
  if (!parser) return NULL;
  accord_xml_thread_handler former = accord_xml_take_thread(receiver);
  xmlDocPtr document = xmlCtxtReadMemory(
    parser, bytes, count, url, NULL, XML_PARSE_NONET | XML_PARSE_NOENT | XML_PARSE_BIG_LINES);
  accord_xml_restore_thread(former);
  xmlFreeParserCtxt(parser);
  return document;
}

/* Makes a schema of a document, which has to outlive it. NULL if it is none. */
static inline xmlSchemaPtr accord_xml_schema(
  xmlDocPtr document, const accord_xml_receiver *receiver) {
  accord_xml_thread_handler former = accord_xml_take_thread(receiver);
  xmlSchemaParserCtxtPtr parser = xmlSchemaNewDocParserCtxt(document);
  xmlSchemaPtr schema = NULL;
  if (parser) {
    xmlSchemaSetParserStructuredErrors(parser, accord_xml_forward, (void *)receiver);
    schema = xmlSchemaParse(parser);
    xmlSchemaFreeParserCtxt(parser);
  }
  accord_xml_restore_thread(former);
  return schema;
}

/* Makes a RELAX NG schema of a document, which is copied. NULL if it is none. */
static inline xmlRelaxNGPtr accord_xml_relaxng(
  xmlDocPtr document, const accord_xml_receiver *receiver) {
  accord_xml_thread_handler former = accord_xml_take_thread(receiver);
  xmlRelaxNGParserCtxtPtr parser = xmlRelaxNGNewDocParserCtxt(document);
  xmlRelaxNGPtr schema = NULL;
  if (parser) {
    xmlRelaxNGSetParserStructuredErrors(parser, accord_xml_forward, (void *)receiver);
    schema = xmlRelaxNGParse(parser);
    xmlRelaxNGFreeParserCtxt(parser);
  }
  accord_xml_restore_thread(former);
  return schema;
}

/* Validation enters what it takes for identifiers into the document, where the next schema, of
   which they are none, would stumble over them. These two keep what the parser entered and take
   away what validation did. */
typedef struct {
  xmlAttrPtr *attributes;
  int count, capacity;
} accord_xml_attributes;

static inline void accord_xml_collect(void *payload, void *context, const xmlChar *name) {
  (void)name;
  accord_xml_attributes *list = (accord_xml_attributes *)context;
  xmlIDPtr id = (xmlIDPtr)payload;
  if (id && id->attr && list->count < list->capacity) list->attributes[list->count++] = id->attr;
}

static inline void accord_xml_forget_ids(xmlDocPtr document, void *former) {
  xmlHashTablePtr table = (xmlHashTablePtr)document->ids;
  if (table) {
    accord_xml_attributes list = {NULL, 0, xmlHashSize(table)};
    if (list.capacity > 0) {
      list.attributes = (xmlAttrPtr *)xmlMalloc((size_t)list.capacity * sizeof(xmlAttrPtr));
    }
    if (list.attributes) {
      xmlHashScan(table, (xmlHashScanner)accord_xml_collect, &list);
      for (int index = 0; index < list.count; index++) {
        xmlRemoveID(document, list.attributes[index]);
        list.attributes[index]->atype = (xmlAttributeType)0;
      }
      xmlFree(list.attributes);
    }
    xmlFreeIDTable((xmlIDTablePtr)table);
  }
  document->ids = former;
}

/* 0 if the document is valid, above 0 if not, below 0 if there is no verdict. */
static inline int accord_xml_validate(
  xmlSchemaPtr schema, xmlDocPtr document, const accord_xml_receiver *receiver) {
  xmlSchemaValidCtxtPtr validation = xmlSchemaNewValidCtxt(schema);
  if (!validation) return -1;
  accord_xml_thread_handler former = accord_xml_take_thread(receiver);
  void *ids = document->ids;
  document->ids = NULL;
  xmlSchemaSetValidStructuredErrors(validation, accord_xml_forward, (void *)receiver);
  int verdict = xmlSchemaValidateDoc(validation, document);
  xmlSchemaFreeValidCtxt(validation);
  accord_xml_forget_ids(document, ids);
  accord_xml_restore_thread(former);
  return verdict;
}

static inline int accord_xml_validate_relaxng(
  xmlRelaxNGPtr schema, xmlDocPtr document, const accord_xml_receiver *receiver) {
  xmlRelaxNGValidCtxtPtr validation = xmlRelaxNGNewValidCtxt(schema);
  if (!validation) return -1;
  accord_xml_thread_handler former = accord_xml_take_thread(receiver);
  void *ids = document->ids;
  document->ids = NULL;
  xmlRelaxNGSetValidStructuredErrors(validation, accord_xml_forward, (void *)receiver);
  int verdict = xmlRelaxNGValidateDoc(validation, document);
  xmlRelaxNGFreeValidCtxt(validation);
  accord_xml_forget_ids(document, ids);
  accord_xml_restore_thread(former);
  return verdict;
}

#endif

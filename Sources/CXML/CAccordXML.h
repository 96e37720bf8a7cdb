/* libxml2 for Swift, and what Swift cannot say itself: callbacks whose parameters differ from
   version to version, and macros. 2.9 and later. */
#ifndef ACCORD_XML_H
#define ACCORD_XML_H

/* libxml2 may show ICU's headers, which clash with those of Foundation's own ICU where a contract
   imports both; nothing here needs them. */
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED

#include <libxml/parser.h>
#include <libxml/tree.h>
#include <libxml/xmlIO.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlschemas.h>

/* One report of libxml2. The message ends with a line break and lives as long as the call. Level,
   code, line and column are libxml2's; a line or column of 0 is unknown. */
typedef void (*accord_xml_report)(
  void *context, int level, int code, int line, int column, const char *message);

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
      to->context, (int)error->level, error->code, error->line, error->int2,
      error->message ? error->message : "");
  }
}

/* A parser's handler is given the parser's context, which keeps the receiver. */
static inline void accord_xml_forward_parser(void *parser, accord_xml_error error) {
  accord_xml_forward(((xmlParserCtxtPtr)parser)->_private, error);
}

/* To be called once before everything else. No schema and no document is fetched over a network:
   the loader is the process's, since schemas have no option of their own. */
static inline void accord_xml_initialize(void) {
  xmlInitParser();
  xmlSetExternalEntityLoader(xmlNoNetExternalEntityLoader);
}

static inline xmlParserCtxtPtr accord_xml_parser(const accord_xml_receiver *receiver) {
  xmlParserCtxtPtr parser = xmlNewParserCtxt();
  if (!parser) return NULL;
  parser->_private = (void *)receiver;
  parser->sax->serror = accord_xml_forward_parser;
  return parser;
}

/* Parses a document that may be hostile: no network, no DTD is loaded, no entity is substituted,
   and libxml2's own limits of depth and size hold. NULL if it is not well-formed. */
static inline xmlDocPtr accord_xml_parse(
  const char *bytes, int count, const accord_xml_receiver *receiver) {
  xmlParserCtxtPtr parser = accord_xml_parser(receiver);
  if (!parser) return NULL;
  xmlDocPtr document =
    xmlCtxtReadMemory(parser, bytes, count, NULL, NULL, XML_PARSE_NONET | XML_PARSE_BIG_LINES);
  xmlFreeParserCtxt(parser);
  return document;
}

/* Parses a file of the author's own, in which entities of its own are substituted. NULL if it is
   not well-formed or not there. */
static inline xmlDocPtr accord_xml_parse_file(
  const char *path, const accord_xml_receiver *receiver) {
  xmlParserCtxtPtr parser = accord_xml_parser(receiver);
  if (!parser) return NULL;
  xmlDocPtr document = xmlCtxtReadFile(
    parser, path, NULL, XML_PARSE_NONET | XML_PARSE_NOENT | XML_PARSE_BIG_LINES);
  xmlFreeParserCtxt(parser);
  return document;
}

/* Makes a schema of a document, which has to outlive it. NULL if it is none. */
static inline xmlSchemaPtr accord_xml_schema(
  xmlDocPtr document, const accord_xml_receiver *receiver) {
  xmlSchemaParserCtxtPtr parser = xmlSchemaNewDocParserCtxt(document);
  if (!parser) return NULL;
  xmlSchemaSetParserStructuredErrors(parser, accord_xml_forward, (void *)receiver);
  xmlSchemaPtr schema = xmlSchemaParse(parser);
  xmlSchemaFreeParserCtxt(parser);
  return schema;
}

/* 0 if the document is valid, above 0 if not, below 0 if there is no verdict. */
static inline int accord_xml_validate(
  xmlSchemaPtr schema, xmlDocPtr document, const accord_xml_receiver *receiver) {
  xmlSchemaValidCtxtPtr validation = xmlSchemaNewValidCtxt(schema);
  if (!validation) return -1;
  xmlSchemaSetValidStructuredErrors(validation, accord_xml_forward, (void *)receiver);
  int verdict = xmlSchemaValidateDoc(validation, document);
  xmlSchemaFreeValidCtxt(validation);
  return verdict;
}

#endif

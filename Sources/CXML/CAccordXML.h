#ifndef ACCORD_XML_H
#define ACCORD_XML_H
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <libxml/xmlschemas.h>
#endif

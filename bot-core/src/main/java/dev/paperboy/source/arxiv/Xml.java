package dev.paperboy.source.arxiv;

import dev.paperboy.source.SourceException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads XML of strangers: no DTD, no foreign entity, no bottomless nesting. */
final class Xml {

    private static final int DEEPEST = 32;
    private static final XMLInputFactory FACTORY = hardened();

    private Xml() {}

    /**
     * A whole document.
     *
     * @param namespace of the expected root
     * @param root local name of the expected root
     * @throws SourceException if it is cut off, is no XML, has another root, or brings a DTD
     */
    static Element read(InputStream body, String namespace, String root) {
        try {
            XMLStreamReader reader = FACTORY.createXMLStreamReader(body);
            Element document = document(reader, namespace, root);
            while (reader.hasNext()) {
                reader.next();
            }
            reader.close();
            return document;
        } catch (XMLStreamException e) {
            throw SourceException.malformed("expected <" + root + ">, got broken XML: " + e.getMessage(), e);
        }
    }

    private static Element document(XMLStreamReader reader, String namespace, String root) throws XMLStreamException {
        while (reader.next() != XMLStreamConstants.START_ELEMENT) {
            if (reader.getEventType() == XMLStreamConstants.DTD) {
                throw SourceException.malformed("expected <" + root + ">, got a document type declaration");
            }
        }
        if (!reader.getLocalName().equals(root) || !namespace.equals(reader.getNamespaceURI())) {
            throw SourceException.malformed("expected <" + root + ">, got <" + reader.getLocalName() + ">");
        }
        return element(reader, 1);
    }

    private static Element element(XMLStreamReader reader, int depth) throws XMLStreamException {
        if (depth > DEEPEST) {
            throw SourceException.malformed("elements lie more than " + DEEPEST + " deep");
        }
        String namespace = reader.getNamespaceURI() == null ? "" : reader.getNamespaceURI();
        String name = reader.getLocalName();
        Map<String, String> attributes = attributes(reader);
        StringBuilder text = new StringBuilder();
        List<Element> children = new ArrayList<>();
        while (reader.next() != XMLStreamConstants.END_ELEMENT) {
            switch (reader.getEventType()) {
                case XMLStreamConstants.START_ELEMENT -> children.add(element(reader, depth + 1));
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text.append(reader.getText());
                default -> {}
            }
        }
        return new Element(namespace, name, attributes, text.toString(), children);
    }

    private static Map<String, String> attributes(XMLStreamReader reader) {
        Map<String, String> attributes = new HashMap<>();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
        }
        return attributes;
    }

    private static XMLInputFactory hardened() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        // Java 24 and later count every &amp; against 100,000 in all, and a page of 2,500 abstracts has more. Without
        // a DTD no reference grows, so the size of the body is bound enough.
        factory.setProperty("jdk.xml.maxGeneralEntitySizeLimit", "0");
        factory.setProperty("jdk.xml.totalEntitySizeLimit", "0");
        return factory;
    }
}

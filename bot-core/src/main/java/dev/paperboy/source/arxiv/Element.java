package dev.paperboy.source.arxiv;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An XML element with all that is in it.
 *
 * @param namespace its namespace, empty if it has none
 * @param name its local name
 * @param attributes by local name
 * @param text its own text, untrimmed
 * @param children its elements, in order
 */
record Element(String namespace, String name, Map<String, String> attributes, String text, List<Element> children) {

    boolean is(String namespace, String name) {
        return this.namespace.equals(namespace) && this.name.equals(name);
    }

    Stream<Element> all(String namespace, String name) {
        return children.stream().filter(child -> child.is(namespace, name));
    }

    Optional<Element> first(String namespace, String name) {
        return all(namespace, name).findFirst();
    }

    /** The trimmed text of a child; empty if the child or its text is missing. */
    Optional<String> textOf(String namespace, String name) {
        return first(namespace, name).map(child -> child.text().strip()).filter(text -> !text.isEmpty());
    }

    Optional<String> attribute(String name) {
        return Optional.ofNullable(attributes.get(name));
    }
}

package dev.paperboy.library.file;

import dev.paperboy.paper.Author;
import dev.paperboy.paper.PaperId;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** CSL-JSON, version 1.0: what Zotero, Pandoc and citation styles read. */
final class CslJsonFile {

    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private CslJsonFile() {}

    static String write(List<ListedPaper> list) {
        Map<PaperId, String> keys = CitationKeys.of(list);
        ArrayNode items = MAPPER.createArrayNode();
        list.forEach(listed ->
                item(items.addObject(), listed, keys.getOrDefault(listed.paper().id(), "")));
        return MAPPER.writeValueAsString(items) + "\n";
    }

    private static void item(ObjectNode item, ListedPaper listed, String key) {
        boolean arxiv = listed.paper().id().isArxiv();
        item.put("id", key).put("type", "article").put("title", listed.paper().title());
        ArrayNode authors = item.putArray("author");
        listed.paper().authors().stream().map(Author::name).map(PersonName::of).forEach(name -> author(authors, name));
        listed.day()
                .ifPresent(day -> item.putObject("issued")
                        .putArray("date-parts")
                        .addArray()
                        .add(day.getYear())
                        .add(day.getMonthValue())
                        .add(day.getDayOfMonth()));
        put(item, "publisher", arxiv ? "arXiv" : "");
        put(item, "number", arxiv ? "arXiv:" + listed.paper().id() : "");
        put(item, "DOI", listed.doi().orElse(""));
        put(item, "URL", listed.paper().url().toString());
        put(item, "keyword", String.join(", ", listed.entry().remark().tags()));
        put(item, "note", listed.entry().remark().note());
    }

    private static void author(ArrayNode authors, PersonName name) {
        ObjectNode author = authors.addObject();
        put(author, name.group() ? "literal" : "family", name.family());
        put(author, "non-dropping-particle", name.particle());
        put(author, "given", name.given());
        put(author, "suffix", name.suffix());
    }

    private static void put(ObjectNode object, String field, String value) {
        if (!value.isEmpty()) {
            object.put(field, value);
        }
    }
}

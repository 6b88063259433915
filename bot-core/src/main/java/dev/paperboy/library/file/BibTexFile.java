package dev.paperboy.library.file;

import dev.paperboy.library.MarkCommand;
import dev.paperboy.library.ReadingState;
import dev.paperboy.paper.Author;
import dev.paperboy.paper.Category;
import dev.paperboy.paper.Paper;
import dev.paperboy.paper.PaperId;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jbibtex.BibTeXDatabase;
import org.jbibtex.BibTeXEntry;
import org.jbibtex.BibTeXFormatter;
import org.jbibtex.BibTeXObject;
import org.jbibtex.BibTeXParser;
import org.jbibtex.BibTeXString;
import org.jbibtex.Key;
import org.jbibtex.ParseException;
import org.jbibtex.StringValue;
import org.jbibtex.TokenMgrException;
import org.jspecify.annotations.Nullable;

/**
 * BibTeX: an entry each as arXiv itself writes it. What only its reader knows stands where programs look for it:
 * {@code keywords}, {@code annote}, and JabRef's {@code readstatus} and {@code timestamp}.
 */
final class BibTexFile {

    private static final Key READ_STATUS = new Key("readstatus");
    private static final Key TIMESTAMP = new Key("timestamp");
    private static final Key KEYWORDS = new Key("keywords");

    /** Within a name they would make two of it. */
    private static final Pattern SEPARATOR = Pattern.compile(",|(?i:(?<!\\S)and(?!\\S))");

    private static final Pattern BEGINNING =
            Pattern.compile("^[ \\t]*@[A-Za-z]+\\s*[{(](?<key>[^,={}\\n]{0,100})", Pattern.MULTILINE);

    /** In characters, abstract and all. */
    private static final int LONGEST_ENTRY = 200_000;

    /** Joined by {@code #}; the library takes them apart by recursion. */
    private static final int MOST_PARTS = 1000;

    private static final int MOST_MACROS = 1000;
    private static final int LONGEST_MACRO = 1000;

    private static final Set<String> VERBATIM = Set.of("url", "doi", "eprint");

    private BibTexFile() {}

    static String write(List<ListedPaper> list) {
        Map<PaperId, String> keys = CitationKeys.of(list);
        BibTeXDatabase database = new BibTeXDatabase();
        list.forEach(listed -> database.addObject(
                entry(listed, keys.getOrDefault(listed.paper().id(), ""))));
        StringWriter text = new StringWriter();
        try {
            new BibTeXFormatter().format(database, text);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.append('\n').toString();
    }

    private static BibTeXEntry entry(ListedPaper listed, String key) {
        Paper paper = listed.paper();
        BibTeXEntry entry = new BibTeXEntry(BibTeXEntry.TYPE_MISC, new Key(key));
        put(entry, BibTeXEntry.KEY_TITLE, Latex.title(paper.title()));
        put(entry, BibTeXEntry.KEY_AUTHOR, authors(paper));
        put(
                entry,
                BibTeXEntry.KEY_YEAR,
                listed.day().map(LocalDate::getYear).map(String::valueOf).orElse(""));
        if (paper.id().isArxiv()) {
            put(entry, BibTeXEntry.KEY_EPRINT, paper.id().value());
            put(entry, new Key("archiveprefix"), "arXiv");
            put(
                    entry,
                    new Key("primaryclass"),
                    paper.categories().stream().findFirst().map(Category::code).orElse(""));
        }
        // Verbatim to every program that knows the field, so nothing is escaped; a brace alone would end it.
        put(entry, BibTeXEntry.KEY_DOI, listed.doi().orElse("").replaceAll("[{}\\\\]", ""));
        put(entry, BibTeXEntry.KEY_URL, paper.url().toString());
        put(
                entry,
                KEYWORDS,
                Latex.exactly(String.join(", ", listed.entry().remark().tags())));
        put(entry, BibTeXEntry.KEY_ANNOTE, Latex.exactly(listed.entry().remark().note()));
        ReadingState state = listed.entry().state();
        put(entry, READ_STATUS, state == ReadingState.TO_READ ? "" : MarkCommand.STATE.write(state));
        put(entry, TIMESTAMP, listed.entry().savedAt().toString());
        return entry;
    }

    /**
     * Reads entries of any program one by one, so that one that is broken spoils no other.
     *
     * @return empty if there is no entry at all
     */
    static Optional<References> read(String text) {
        List<Reference> all = new ArrayList<>();
        List<String> unreadable = new ArrayList<>();
        List<BibTeXString> macros = new ArrayList<>();
        Matcher beginning = BEGINNING.matcher(text);
        List<MatchResult> begun = beginning.results().toList();
        for (int number = 0; number < begun.size() && all.size() <= References.MOST; number++) {
            MatchResult begin = begun.get(number);
            int end = number + 1 < begun.size() ? begun.get(number + 1).start() : text.length();
            try {
                objects(text.substring(begin.start(), end), macros).forEach(object -> take(object, macros, all));
            } catch (ParseException | TokenMgrException | IllegalArgumentException broken) {
                unreadable.add(begin.group("key").strip());
            }
        }
        return begun.isEmpty() ? Optional.empty() : Optional.of(new References(all, unreadable));
    }

    private static List<BibTeXObject> objects(String entry, List<BibTeXString> macros) throws ParseException {
        if (entry.length() > LONGEST_ENTRY
                || entry.chars().filter(sign -> sign == '#').count() > MOST_PARTS) {
            throw new ParseException("nobody writes such an entry");
        }
        BibTeXParser parser = new LenientParser();
        macros.forEach(parser::addMacro);
        return parser.parse(new StringReader(entry)).getObjects();
    }

    private static void take(BibTeXObject object, List<BibTeXString> macros, List<Reference> all) {
        if (object instanceof BibTeXString macro) {
            // Macros are made of macros, and a few that double each other would fill all memory.
            if (macros.size() < MOST_MACROS && macro.getValue().toUserString().length() <= LONGEST_MACRO) {
                macros.add(macro);
            }
        } else if (object instanceof BibTeXEntry entry) {
            Map<String, String> values = new HashMap<>();
            entry.getFields()
                    .forEach((field, value) ->
                            values.put(field.getValue().toLowerCase(Locale.ROOT), plain(field, value.toUserString())));
            all.add(new Fields(values)
                    .reference(
                            entry.getKey().getValue(),
                            values.getOrDefault("annote", "").strip(),
                            "[,;]"));
        }
    }

    /** An address is no LaTeX, though some programs escape it so. */
    private static String plain(Key field, String value) {
        String bounded = Fields.bounded(value);
        return VERBATIM.contains(field.getValue().toLowerCase(Locale.ROOT))
                ? bounded.replaceAll("\\\\([_%&#~])", "$1").replaceAll("[{}]", "")
                : Latex.read(bounded).replaceAll("\\s+", " ");
    }

    /** What a macro or another entry would add is not what names a paper. */
    private static final class LenientParser extends BibTeXParser {

        LenientParser() throws ParseException {}

        @Override
        public void checkStringResolution(Key key, @Nullable BibTeXString string) {}

        @Override
        public void checkCrossReferenceResolution(Key key, @Nullable BibTeXEntry entry) {}
    }

    private static void put(BibTeXEntry entry, Key field, String value) {
        if (!value.isEmpty()) {
            entry.addField(field, new StringValue(value, StringValue.Style.BRACED));
        }
    }

    private static String authors(Paper paper) {
        return paper.authors().stream()
                .map(Author::name)
                .map(PersonName::of)
                .map(BibTexFile::author)
                .collect(Collectors.joining(" and "));
    }

    private static String author(PersonName name) {
        if (name.group()) {
            return "{" + Latex.of(name.family()) + "}";
        }
        String family = name.particle().isEmpty() ? part(name.family()) : name.particle() + " " + part(name.family());
        String suffix = name.suffix().isEmpty() ? "" : ", " + part(name.suffix());
        return name.given().isEmpty() ? family : family + suffix + ", " + part(name.given());
    }

    private static String part(String words) {
        return SEPARATOR.matcher(words).find() ? "{" + Latex.of(words) + "}" : Latex.of(words);
    }
}

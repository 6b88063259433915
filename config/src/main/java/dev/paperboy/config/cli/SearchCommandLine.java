package dev.paperboy.config.cli;

import dev.paperboy.config.BadInput;
import dev.paperboy.index.Embedder;
import dev.paperboy.index.Hit;
import dev.paperboy.index.PaperIndex;
import dev.paperboy.index.PaperQuery;
import dev.paperboy.index.QueryParser;
import dev.paperboy.index.SearchPage;
import dev.paperboy.paper.Category;
import dev.paperboy.paper.Paper;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** Finds papers as {@code /papers search} does. */
@Command(
        name = "search",
        description =
                "Find papers: words, \"phrases\", -exclusions, author:hinton, cs.CL, year:2024.., an id or a link.",
        sortOptions = false)
final class SearchCommandLine implements Callable<Integer> {

    private final Shell shell;
    private final Supplier<Embedder> model;
    private final BiFunction<Path, Optional<Embedder>, PaperIndex> openIndex;

    @Option(names = "--mode", paramLabel = "MODE", description = SearchMode.HELP)
    private SearchMode mode = SearchMode.HYBRID;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "10",
            description = "How many papers at most, 1 to " + PaperQuery.MAX_LIMIT + " (default: ${DEFAULT-VALUE}).")
    private int limit = PaperQuery.DEFAULT_LIMIT;

    @Option(names = "--explain", description = "Show what each score is made of.")
    private boolean explain;

    @Option(names = "--json", description = "Print one JSON array.")
    private boolean json;

    @Parameters(arity = "1..*", paramLabel = "QUERY", description = "What to look for.")
    private List<String> words = List.of();

    /** One element of the JSON array. */
    record Row(
            int rank,
            String id,
            String title,
            double score,
            String url,
            List<String> authors,
            List<String> categories,
            String published,
            Map<String, Double> parts) {

        static Row of(Hit hit) {
            Paper paper = hit.paper();
            return new Row(
                    hit.rank(),
                    paper.id().value(),
                    paper.title(),
                    hit.score(),
                    paper.url().toString(),
                    paper.authors().stream().map(author -> author.name()).toList(),
                    paper.categories().stream().map(Category::code).toList(),
                    paper.published().map(Object::toString).orElse(""),
                    SearchCommandLine.parts(hit));
        }
    }

    /**
     * @param model loads the model for search by meaning
     * @param openIndex opens an index for reading; it may be in use by a running bot
     */
    SearchCommandLine(
            Shell shell, Supplier<Embedder> model, BiFunction<Path, Optional<Embedder>, PaperIndex> openIndex) {
        this.shell = shell;
        this.model = model;
        this.openIndex = openIndex;
    }

    /** A word with a minus before it excludes papers, so it is no option here. */
    @Spec
    void readExclusions(CommandSpec spec) {
        spec.parser().unmatchedOptionsArePositionalParams(true);
    }

    @Override
    public Integer call() {
        words.stream().filter(word -> word.startsWith("--")).findFirst().ifPresent(option -> {
            throw new BadInput("unknown option " + option + " (see: paperboy help search)");
        });
        if (limit < 1 || limit > PaperQuery.MAX_LIMIT) {
            throw new BadInput("--limit must be 1 to " + PaperQuery.MAX_LIMIT + ", not " + limit);
        }
        PaperQuery query = new QueryParser(shell.clock()).parse(String.join(" ", words));
        query.notes().forEach(note -> shell.remark(note.sentence()));
        if (!query.isSearchable()) {
            throw new BadInput("there is nothing to look for in '" + query.text() + "': write words, a name or an id");
        }
        try (PaperIndex index = openIndex.apply(shell.home().index(), mode.embedder(model))) {
            if (mode == SearchMode.HYBRID && index.embedded() == 0) {
                shell.remark("no paper is embedded yet, so they are found by words alone (see: paperboy help embed)");
            }
            print(index.answer(mode.of(query.withLimit(limit))));
        }
        return ExitCode.DONE;
    }

    private void print(SearchPage page) {
        if (json) {
            List<Row> rows = page.hits().stream().map(Row::of).toList();
            shell.out().println(JsonMapper.shared().writeValueAsString(rows));
        } else if (page.hits().isEmpty()) {
            shell.say("Nothing found for '" + page.query().text() + "'.");
        } else {
            page.hits().forEach(this::print);
        }
    }

    private void print(Hit hit) {
        Paper paper = hit.paper();
        String facts = Stream.of(
                        paper.byline(),
                        paper.published()
                                .map(at ->
                                        LocalDate.ofInstant(at, ZoneOffset.UTC).toString())
                                .orElse(""),
                        paper.categories().stream().map(Category::code).collect(Collectors.joining(", ")))
                .filter(fact -> !fact.isEmpty())
                .collect(Collectors.joining(" · "));
        shell.say(String.format(Locale.ENGLISH, "%3d. %s  [%s]", hit.rank(), paper.title(), paper.id()));
        shell.say(String.format(Locale.ENGLISH, "     %.2f  %s", hit.score(), facts));
        shell.say("     " + paper.url());
        if (explain) {
            parts(hit)
                    .forEach((name, value) -> shell.say(String.format(Locale.ENGLISH, "     %8.4f  %s", value, name)));
        }
    }

    private static Map<String, Double> parts(Hit hit) {
        Map<String, Double> parts = new LinkedHashMap<>();
        hit.parts().forEach(part -> parts.put(part.name(), part.value()));
        return parts;
    }
}

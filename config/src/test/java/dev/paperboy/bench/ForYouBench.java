package dev.paperboy.bench;

import dev.paperboy.feed.Embedding;
import dev.paperboy.index.PaperIndex;
import dev.paperboy.index.PaperQuery;
import dev.paperboy.index.QueryParser;
import dev.paperboy.index.Taste;
import dev.paperboy.index.lucene.LucenePaperIndex;
import dev.paperboy.index.onnx.OnnxEmbedder;
import dev.paperboy.paper.Paper;
import dev.paperboy.paper.PaperId;
import dev.paperboy.source.jsonl.JsonLines;
import dev.paperboy.source.jsonl.PaperLine;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How well recommendations meet the interests of made-up readers, beside what is popular and what chance brings. */
@Command(
        name = "foryou",
        description =
                "Recommend papers to readers made of citations and of categories, and look whether they would like"
                        + " them. Embeds all papers first, which takes some minutes.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class ForYouBench implements Callable<Integer> {

    private static final int DEPTH = 10;

    private final InstantSource clock;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            required = true,
            description = "Folder with collections/acmcr10k and papers-95k.jsonl.gz.")
    private Path data = Path.of("");

    @Option(
            names = "--papers",
            paramLabel = "NUMBER",
            description = "Of the papers, so many with categories from the beginning; ${DEFAULT-VALUE} unless given.")
    private int many = 5_000;

    @Option(
            names = "--seed",
            paramLabel = "NUMBER",
            description = "Decides what each reader has saved; ${DEFAULT-VALUE} unless given.")
    private long seed = 20261129;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    ForYouBench(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() throws Exception {
        try (OnnxEmbedder embedder = OnnxEmbedder.load()) {
            Map<String, PaperId> ids = new HashMap<>();
            List<Paper> cited = cited(ids);
            List<Reader> citing =
                    Readers.citing(data.resolve("collections/acmcr10k/titles.qrels.tsv"), ids, new Random(seed));
            measure("readers made of citations", cited, citing, savedByOthers(citing), embedder);

            List<Paper> papers = papers();
            Map<PaperId, Integer> upvotes = new HashMap<>();
            papers.forEach(paper -> upvotes.put(paper.id(), paper.popularity().upvotes()));
            measure(
                    "readers made of categories",
                    papers,
                    Readers.ofCategories(papers, new Random(seed)),
                    _ -> upvotes,
                    embedder);
        }
        return 0;
    }

    private List<Paper> cited(Map<String, PaperId> ids) throws IOException {
        List<Paper> papers = new ArrayList<>();
        try (JsonLines lines = JsonLines.open(data.resolve("collections/acmcr10k/corpus.jsonl.gz"))) {
            for (Optional<JsonLines.Line> line = lines.next(); line.isPresent(); line = lines.next()) {
                JsonNode json = JsonMapper.shared().readTree(line.get().text());
                PaperId id = new PaperId("title:document-" + papers.size());
                ids.put(json.path("_id").asString(), id);
                String title = json.path("title").asString().strip();
                papers.add(Paper.of(id, title.isEmpty() ? "—" : title)
                        .withAbstract(json.path("text").asString()));
            }
        }
        return papers;
    }

    private List<Paper> papers() throws IOException {
        Map<PaperId, Paper> papers = new LinkedHashMap<>();
        try (JsonLines lines = JsonLines.open(data.resolve("papers-95k.jsonl.gz"))) {
            for (Optional<JsonLines.Line> line = lines.next();
                    line.isPresent() && papers.size() < many;
                    line = lines.next()) {
                if (PaperLine.read(line.get().text()) instanceof PaperLine.Read(Paper paper)
                        && !paper.categories().isEmpty()) {
                    papers.put(paper.id(), paper);
                }
            }
        }
        return List.copyOf(papers.values());
    }

    /** How many of the other readers have saved each paper. */
    private static Function<Reader, Map<PaperId, Integer>> savedByOthers(List<Reader> readers) {
        return reader -> {
            Map<PaperId, Integer> savers = new HashMap<>();
            readers.stream()
                    .filter(other -> !other.equals(reader))
                    .forEach(other -> other.saved().forEach(paper -> savers.merge(paper, 1, Integer::sum)));
            return savers;
        };
    }

    private void measure(
            String what,
            List<Paper> papers,
            List<Reader> readers,
            Function<Reader, Map<PaperId, Integer>> popularity,
            OnnxEmbedder embedder)
            throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        try (ScratchIndex scratch = ScratchIndex.make();
                ScratchIndex bare = ScratchIndex.make();
                LucenePaperIndex index = LucenePaperIndex.open(scratch.path(), clock, Optional.of(embedder));
                LucenePaperIndex words = LucenePaperIndex.open(bare.path(), clock)) {
            index.addAll(papers.iterator(), _ -> {});
            words.addAll(papers.iterator(), _ -> {});
            embed(index, embedder);
            out.println("foryou: %,d %s, %,d papers, seed %d".formatted(readers.size(), what, papers.size(), seed));
            Random chance = new Random(seed);
            new Table("", "nDCG@10", "median ms")
                    .row(row("Paperboy", readers, reader -> recommended(index, reader)))
                    .row(row("the same without vectors", readers, reader -> recommended(words, reader)))
                    .row(row("most popular", readers, reader -> mostPopular(papers, reader, popularity.apply(reader))))
                    .row(row("by chance", readers, reader -> byChance(papers, reader, chance)))
                    .print(out);
        }
    }

    private static void embed(LucenePaperIndex index, OnnxEmbedder embedder) throws InterruptedException {
        try (Embedding embedding =
                new Embedding(index, embedder, Runtime.getRuntime().availableProcessors())) {
            int more = embedding.next();
            while (more > 0) {
                more = embedding.next();
            }
        }
    }

    private static String[] row(String name, List<Reader> readers, Function<Reader, List<PaperId>> recommender) {
        List<Double> took = new ArrayList<>();
        double sum = 0;
        for (Reader reader : readers) {
            long begun = System.nanoTime();
            List<PaperId> recommended = recommender.apply(reader);
            took.add((System.nanoTime() - begun) / 1e6);
            sum += reader.ndcg(recommended);
        }
        took.sort(Comparator.naturalOrder());
        return new String[] {
            name,
            String.format(Locale.ENGLISH, "%.4f", sum / readers.size()),
            String.format(Locale.ENGLISH, "%.1f", took.get(took.size() / 2))
        };
    }

    private List<PaperId> recommended(PaperIndex index, Reader reader) {
        PaperQuery all = new QueryParser(clock).parse("");
        return index.recommend(new Taste(reader.saved(), reader.dismissed()), all, Set.of(), DEPTH).stream()
                .map(each -> each.hit().paper().id())
                .toList();
    }

    private static List<PaperId> mostPopular(List<Paper> papers, Reader reader, Map<PaperId, Integer> popularity) {
        Set<PaperId> known = reader.known();
        return papers.stream()
                .map(Paper::id)
                .filter(id -> !known.contains(id))
                .sorted(Comparator.comparingInt(id -> -popularity.getOrDefault(id, 0)))
                .limit(DEPTH)
                .toList();
    }

    private static List<PaperId> byChance(List<Paper> papers, Reader reader, Random chance) {
        List<PaperId> shuffled = new ArrayList<>(papers.stream().map(Paper::id).toList());
        shuffled.removeAll(reader.known());
        Collections.shuffle(shuffled, chance);
        return shuffled.subList(0, Math.min(DEPTH, shuffled.size()));
    }
}

package dev.paperboy.config.cli;

import dev.paperboy.config.BadInput;
import dev.paperboy.feed.ObservationFile;
import dev.paperboy.paper.Observation;
import dev.paperboy.source.jsonl.JsonLines;
import dev.paperboy.trending.TrendingReplay;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/** Ranks at many instants of the past what trended then, so that the score can be judged by what came after. */
@Command(
        name = "replay",
        description = "Print for each instant of a file what trended then, best first, one JSON object a line. Nothing"
                + " observed later is used, and no home folder either.",
        sortOptions = false)
final class ReplayCommandLine implements Callable<Integer> {

    private final Shell shell;

    @Option(
            names = "--observations",
            paramLabel = "FILE",
            required = true,
            description = "Observations, one JSON object a line, plain or .gz.")
    private Path observations = Path.of("");

    @Option(names = "--at-file", paramLabel = "FILE", required = true, description = "Instants, one a line.")
    private Path atFile = Path.of("");

    @Option(
            names = "--window",
            paramLabel = "P7D",
            defaultValue = "P7D",
            description = "How far back a paper may have appeared (default: ${DEFAULT-VALUE}).")
    private String window = "P7D";

    ReplayCommandLine(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        Duration span = Spans.window(window);
        List<String> instants = instants();
        TrendingReplay replay = new TrendingReplay(observations());
        for (String instant : instants) {
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("at", instant);
            line.put(
                    "ids",
                    replay.at(Spans.instant(instant), span).stream()
                            .map(one -> one.paper().value())
                            .toList());
            shell.out().println(JsonMapper.shared().writeValueAsString(line));
        }
        return ExitCode.DONE;
    }

    /** All of them, read before anything is ranked, so that a bad line costs no time. */
    private List<String> instants() {
        List<String> lines = lines();
        List<String> instants = new ArrayList<>();
        for (int at = 0; at < lines.size(); at++) {
            String line = lines.get(at).strip();
            if (!line.isEmpty()) {
                requireInstant(line, at + 1);
                instants.add(line);
            }
        }
        if (instants.isEmpty()) {
            throw new BadInput(atFile + " has no instant");
        }
        return instants;
    }

    private List<String> lines() {
        try {
            return Files.readAllLines(atFile);
        } catch (IOException unreadable) {
            throw InputFiles.unreadable(atFile, unreadable);
        }
    }

    private void requireInstant(String line, int number) {
        try {
            Spans.instant(line);
        } catch (BadInput e) {
            throw new BadInput(atFile + ":" + number + ": " + e.getMessage(), e);
        }
    }

    private List<Observation> observations() {
        List<Observation> seen = new ArrayList<>();
        List<String> rejected = new ArrayList<>();
        try {
            ObservationFile.read(observations, new ObservationFile.Reader() {
                @Override
                public void seen(JsonLines.Line line, Observation observation) {
                    seen.add(observation);
                }

                @Override
                public void rejected(JsonLines.Line line, String reason) {
                    rejected.add("line " + line.number() + ": " + reason);
                }

                @Override
                public void damaged(String what) {
                    throw new BadInput(observations + " " + what);
                }
            });
        } catch (IOException unreadable) {
            throw InputFiles.unreadable(observations, unreadable);
        }
        if (seen.isEmpty()) {
            throw new BadInput(observations + " has no observation");
        }
        if (!rejected.isEmpty()) {
            shell.remark(rejected.size() + (rejected.size() == 1 ? " line" : " lines") + " left out, the first: "
                    + rejected.getFirst());
        }
        return seen;
    }
}

package dev.paperboy.config.cli;

import dev.paperboy.config.Home;
import dev.paperboy.feed.ObservationImport;
import dev.paperboy.index.PaperIndex;
import dev.paperboy.index.PaperIndexException;
import dev.paperboy.store.Store;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Records observations from files, and ends with one line of counts. */
@Command(
        name = "observe",
        description = "Record dated upvotes and stars from FILE: JSON Lines, plain or .gz; what is not taken is told in"
                + " FILE.rejected.")
final class ObserveCommandLine implements Callable<Integer> {

    private final Shell shell;
    private final Function<Home, Store> openStore;
    private final Function<Home, PaperIndex> openIndex;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Observations, one JSON object a line.")
    private List<Path> files = List.of();

    /** What the file being read gave rise to; told together with what became of it, in one line. */
    private final List<String> remarks = new ArrayList<>();

    /** @param openIndex opens the index for writing; it may be in use by a running bot */
    ObserveCommandLine(Shell shell, Function<Home, Store> openStore, Function<Home, PaperIndex> openIndex) {
        this.shell = shell;
        this.openStore = openStore;
        this.openIndex = openIndex;
    }

    @Override
    public Integer call() {
        InputFiles.requireReadable(files);
        InputFiles.requireApart(files);
        Home home = shell.home().create();
        try (Store store = openStore.apply(home)) {
            ObservationImport observed = new ObservationImport(store.observations(), shell.clock(), remarks::add);
            ObservationImport.Result total = ObservationImport.Result.NONE;
            boolean allUseful = true;
            for (Path file : files) {
                ObservationImport.Result result = read(observed, file);
                allUseful &= result.isUseful();
                total = total.plus(result);
            }
            update(observed, home);
            shell.out()
                    .println("recorded=" + total.recorded() + " known=" + total.known() + " rejected="
                            + total.rejected());
            return allUseful && total.isWhole() ? ExitCode.DONE : ExitCode.BAD_INPUT;
        }
    }

    private ObservationImport.Result read(ObservationImport observed, Path file) {
        remarks.clear();
        try {
            ObservationImport.Result result = observed.read(file);
            String told = String.join("; ", remarks);
            if (!result.isUseful()) {
                shell.remark(file + " has no observation" + (told.isEmpty() ? "" : ": " + told));
            } else if (!told.isEmpty()) {
                shell.remark(told);
            }
            return result;
        } catch (IOException e) {
            throw InputFiles.unreadable(file, e);
        }
    }

    /** Search shows the last known counts; while a bot runs, its own next feed brings them there. */
    private void update(ObservationImport observed, Home home) {
        try (PaperIndex index = openIndex.apply(home)) {
            observed.update(index);
        } catch (PaperIndexException e) {
            if (e.kind() != PaperIndexException.Kind.UNAVAILABLE) {
                throw e;
            }
            shell.remark("the counts shown in search results stay as they are: " + e.getMessage());
        }
    }
}

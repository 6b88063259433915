package dev.paperboy.config.cli;

import dev.paperboy.config.Home;
import dev.paperboy.feed.PaperImport;
import dev.paperboy.index.PaperIndex;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Adds papers from files to the index, and ends with one line of counts. */
@Command(
        name = "import",
        description =
                "Add the papers of FILE to the index: JSON Lines of ours or arXiv's snapshot from Kaggle, plain or"
                        + " .gz; what is not taken is told in FILE.rejected.")
final class ImportCommandLine implements Callable<Integer> {

    private final Shell shell;
    private final Function<Home, PaperIndex> openIndex;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Papers, one JSON object a line.")
    private List<Path> files = List.of();

    /** What the file being read gave rise to; told together with what became of it, in one line. */
    private final List<String> remarks = new ArrayList<>();

    /** @param openIndex opens the index for writing */
    ImportCommandLine(Shell shell, Function<Home, PaperIndex> openIndex) {
        this.shell = shell;
        this.openIndex = openIndex;
    }

    @Override
    public Integer call() {
        InputFiles.requireReadable(files);
        InputFiles.requireApart(files);
        PaperImport.Result total = PaperImport.Result.NONE;
        boolean allUseful = true;
        try (PaperIndex index = openIndex.apply(shell.home().create())) {
            PaperImport papers = new PaperImport(index, remarks::add);
            for (Path file : files) {
                PaperImport.Result result = read(papers, file);
                allUseful &= result.isUseful();
                total = total.plus(result);
            }
        }
        shell.out()
                .println("imported=" + total.imported() + " updated=" + total.updated() + " rejected="
                        + total.rejected());
        return allUseful && total.isWhole() ? ExitCode.DONE : ExitCode.BAD_INPUT;
    }

    private PaperImport.Result read(PaperImport papers, Path file) {
        remarks.clear();
        try {
            PaperImport.Result result = readWithProgress(papers, file);
            String told = String.join("; ", remarks);
            if (!result.isUseful()) {
                shell.remark(file + " has no paper" + (told.isEmpty() ? "" : ": " + told));
            } else if (!told.isEmpty()) {
                shell.remark(told);
            }
            return result;
        } catch (IOException e) {
            throw InputFiles.unreadable(file, e);
        }
    }

    private PaperImport.Result readWithProgress(PaperImport papers, Path file) throws IOException {
        try (Progress progress = Progress.begin(
                shell, String.valueOf(file.getFileName()), InputFiles.size(file), Progress.Unit.BYTES, "papers")) {
            return papers.read(file, progress::reached);
        }
    }
}

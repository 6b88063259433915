package dev.paperboy.config.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.chat.Suggestion;
import dev.paperboy.command.CommandLine;
import dev.paperboy.command.SampleCommands;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CompletionsTest {

    private final Completions completions = new Completions(new CommandLine(SampleCommands.CATALOGUE));

    @Test
    void aSlashOffersEveryCommandAndAFewLettersThoseThatFit() {
        assertThat(texts("/")).hasSize(6).first().isEqualTo("/papers search ");
        assertThat(texts("/pap")).hasSize(6);
        assertThat(texts("/papers ")).hasSize(6);
        assertThat(texts("/papers s")).containsExactly("/papers search ", "/papers schedule ");
        assertThat(texts("/papers zz")).isEmpty();
        assertThat(texts("/giphy")).isEmpty();
        assertThat(texts("just words")).isEmpty();
    }

    @Test
    void afterTheCommandComeTheOptionsNotGivenYet() {
        assertThat(texts("/papers schedule "))
                .containsExactly(
                        "/papers schedule time:",
                        "/papers schedule zone:",
                        "/papers schedule days:",
                        "/papers schedule count:");
        assertThat(texts("/papers schedule time:09:00 z")).containsExactly("/papers schedule time:09:00 zone:");
        assertThat(texts("/papers search diffusion l")).containsExactly("/papers search diffusion limit:");
    }

    @Test
    void valuesFollowFromTheOptionsType() {
        assertThat(texts("/papers trending window:"))
                .containsExactly(
                        "/papers trending window:day ",
                        "/papers trending window:week ",
                        "/papers trending window:month ");
        assertThat(texts("/papers trending limit:1"))
                .containsExactly("/papers trending limit:1 ", "/papers trending limit:10 ");
        assertThat(texts("/papers schedule zone:berl")).containsExactly("/papers schedule zone:Europe/Berlin ");
    }

    @Test
    void thePlatformsOwnSuggestionsFillTheFreeTextAndKeepTheOptions() {
        var answer = completions.complete("/papers search limit:3 diffusion la", (written, option, typed) -> {
            assertThat(option).isEqualTo("query");
            assertThat(typed).isEqualTo("diffusion la");
            return List.of(new Suggestion("Diffusion language models", "diffusion language models"));
        });
        assertThat(answer.items())
                .containsExactly(new Completions.Item(
                        "Diffusion language models", "", "/papers search limit:3 diffusion language models"));
    }

    @Test
    void theHintMarksTheOptionThatIsBeingTyped() {
        assertThat(completions
                        .complete("/papers search x limit:", (written, option, typed) -> List.of())
                        .hint())
                .isEqualTo(new Completions.Hint("/papers search <query> ", "[limit:1–10]", "", "how many papers"));
        assertThat(completions
                        .complete("/papers search x", (written, option, typed) -> List.of())
                        .hint())
                .isEqualTo(new Completions.Hint("/papers search ", "<query>", " [limit:1–10]", "what to look for"));
    }

    private List<String> texts(String line) {
        return completions.complete(line, (written, option, typed) -> List.of()).items().stream()
                .map(Completions.Item::text)
                .toList();
    }
}

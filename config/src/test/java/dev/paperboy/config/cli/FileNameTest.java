package dev.paperboy.config.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.TypeConversionException;

class FileNameTest {

    @Test
    void aNameIsAPath() {
        assertThat(new FileName().convert("a b")).isEqualTo(Path.of("a b"));
    }

    @Test
    void anEmptyNameAndOneThatCannotBeAreRefusedInWords() {
        assertThatThrownBy(() -> new FileName().convert(""))
                .isInstanceOf(TypeConversionException.class)
                .hasMessage("it is empty");
        assertThatThrownBy(() -> new FileName().convert("a\0b"))
                .isInstanceOf(TypeConversionException.class)
                .hasMessageNotContaining("Exception");
    }
}

package dev.paperboy.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.stream.Stream;
import java.util.zip.ZipException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FileTroubleTest {

    static Stream<Arguments> troubles() {
        return Stream.of(
                Arguments.of(new NoSuchFileException("x"), "no such file"),
                Arguments.of(new FileNotFoundException("x (No such file or directory)"), "no such file"),
                Arguments.of(new FileNotFoundException("x (Permission denied)"), "permission denied"),
                Arguments.of(new AccessDeniedException("x"), "permission denied"),
                Arguments.of(new FileSystemException("x", "", "Is a directory"), "is a directory"),
                Arguments.of(new IOException("No space left on device"), "disk full"),
                Arguments.of(new FileSystemException("x", "", "No space left on device"), "disk full"),
                Arguments.of(new MalformedInputException(1), "not text in UTF-8"),
                Arguments.of(new EOFException(), "it is cut off"),
                Arguments.of(new ZipException("invalid stored block lengths"), "the packed file is damaged"),
                Arguments.of(new IOException("Input/output error"), "Input/output error"),
                Arguments.of(new IOException(new IllegalStateException("no more")), "no more"),
                Arguments.of(new IOException(new IllegalStateException()), "reading or writing failed"),
                Arguments.of(new IOException(), "reading or writing failed"));
    }

    @ParameterizedTest
    @MethodSource("troubles")
    void noClassIsNamed(IOException trouble, String words) {
        assertThat(FileTrouble.of(trouble)).isEqualTo(words);
    }

    @Test
    void whatWasWrappedIsToldAsItIs() {
        assertThat(FileTrouble.of(new UncheckedIOException(new NoSuchFileException("x"))))
                .isEqualTo("no such file");
    }
}

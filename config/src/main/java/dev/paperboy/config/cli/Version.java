package dev.paperboy.config.cli;

import dev.paperboy.config.Release;
import picocli.CommandLine.IVersionProvider;

/** The version line. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[] {
            "paperboy " + Release.version() + ", Java " + Runtime.version().feature()
        };
    }
}

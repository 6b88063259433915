package dev.paperboy.config.chaos;

import dev.paperboy.store.StoreUrl;
import java.nio.file.Path;

/**
 * What to do.
 *
 * @param rounds how often everything is killed, at least 1
 * @param instances how many bots share the store, at least 1
 * @param seed decides what happens when; how the processes then meet it is never twice the same
 * @param folder an empty folder for homes and logs
 * @param store where the bots keep everything but the index; one of nobody else's
 * @param storeText the same as it stands in the environment, with its secrets
 */
public record Options(int rounds, int instances, long seed, Path folder, StoreUrl store, String storeText) {}

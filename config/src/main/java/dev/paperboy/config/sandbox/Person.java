package dev.paperboy.config.sandbox;

/**
 * Somebody who uses a platform of the sandbox.
 *
 * @param id the platform's id
 * @param admin whether they may manage channels
 */
record Person(String id, String name, boolean admin) {}

package dev.paperboy.config.sandbox;

/**
 * A channel of a platform of the sandbox.
 *
 * @param id the platform's id
 */
record Room(String id, String name) {}

package dev.paperboy.config.sandbox;

/**
 * A trouble that a platform of the sandbox makes on request.
 *
 * @param kind its name on the control API
 * @param meaning what happens, in one line
 */
record FaultKind(String kind, String meaning) {}

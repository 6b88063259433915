package dev.paperboy.slack;

/**
 * Who we are in the workspace.
 *
 * @param team the workspace's id; what claims to come from another is ignored
 * @param botUser our user id; our own reactions are ignored
 */
record SlackIdentity(String team, String botUser) {}

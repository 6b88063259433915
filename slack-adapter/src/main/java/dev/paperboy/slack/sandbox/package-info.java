/**
 * A strict loopback stand-in of Slack: its Web API, Socket Mode and signed HTTP deliveries, with its deadlines, its
 * limits and, on request, its faults. Tests, load runs and the newcomer's page use it; the bot cannot tell it apart.
 */
@NullMarked
package dev.paperboy.slack.sandbox;

import org.jspecify.annotations.NullMarked;

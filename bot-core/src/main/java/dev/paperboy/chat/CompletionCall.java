package dev.paperboy.chat;

import dev.paperboy.command.CommandSpec;
import dev.paperboy.command.Param;

/**
 * Somebody is typing the value of an option and wants to see what it could be.
 *
 * @param spec the command
 * @param param the option
 * @param typed what stands there so far, possibly empty
 * @param user who types
 */
public record CompletionCall(CommandSpec spec, Param<?> param, String typed, UserRef user) {}

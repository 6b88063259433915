package dev.paperboy.discord.sandbox;

/** A member of the stand-in's guild. */
public record SandboxUser(String id, String name, boolean mayManageChannels, boolean bot) {}

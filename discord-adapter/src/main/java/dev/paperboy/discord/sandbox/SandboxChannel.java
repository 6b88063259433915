package dev.paperboy.discord.sandbox;

/** A text channel of the stand-in's guild. */
public record SandboxChannel(String id, String name) {}

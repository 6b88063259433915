package dev.paperboy.index;

import dev.paperboy.paper.Paper;

/**
 * A paper that a search found.
 *
 * @param rank its place in the whole result, from 1
 * @param score higher is better; comparable only within one answer
 */
public record Hit(int rank, Paper paper, double score) {}

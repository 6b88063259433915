/** Answers questions about papers: what fits a query, what is like a paper, what is hot, what a paper is. */
@NullMarked
package dev.paperboy.search;

import org.jspecify.annotations.NullMarked;

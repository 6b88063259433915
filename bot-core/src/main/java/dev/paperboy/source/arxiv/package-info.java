/** Papers from arXiv: its search API for single papers and categories, its OAI-PMH interface for everything. */
@NullMarked
package dev.paperboy.source.arxiv;

import org.jspecify.annotations.NullMarked;

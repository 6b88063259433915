/** The embedded paper index, on Apache Lucene: one folder, one writing process, near-real-time readers. */
@NullMarked
package dev.paperboy.index.lucene;

import org.jspecify.annotations.NullMarked;

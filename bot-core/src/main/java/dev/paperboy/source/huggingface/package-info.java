/** Papers and upvotes from the daily lists of Hugging Face. */
@NullMarked
package dev.paperboy.source.huggingface;

import org.jspecify.annotations.NullMarked;

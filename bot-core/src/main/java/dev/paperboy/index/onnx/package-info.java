/** Embeds text in this process: a small model that ships inside the program, run by ONNX Runtime. */
@NullMarked
package dev.paperboy.index.onnx;

import org.jspecify.annotations.NullMarked;

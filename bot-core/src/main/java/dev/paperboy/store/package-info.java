/** Everything Paperboy keeps, in one SQL database: the repositories behind the ports, and the schema's migrations. */
@NullMarked
package dev.paperboy.store;

import org.jspecify.annotations.NullMarked;

/**
 * Whole packages: validating them, reading and unpacking them, and building them. An archive is read once, with the same
 * reader, whatever is done with it.
 */
@NullMarked
package io.xuemeng.resource.packaging;

import org.jspecify.annotations.NullMarked;

/**
 * A metadata record as it was read: the record, the form it was written in, and where each of its values stands.
 */
@NullMarked
package io.xuemeng.resource.document;

import org.jspecify.annotations.NullMarked;

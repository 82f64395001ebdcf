/**
 * The JSON form of metadata records: reading it from the token stream, writing it, and its JSON Schema.
 */
@NullMarked
package io.xuemeng.resource.json;

import org.jspecify.annotations.NullMarked;

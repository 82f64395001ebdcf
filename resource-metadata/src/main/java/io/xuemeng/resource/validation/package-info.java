/**
 * Judges the values of a metadata record: by what holds for every record, and by a profile. Not exported: users see {@code
 * MetadataValidator}.
 */
@NullMarked
package io.xuemeng.resource.validation;

import org.jspecify.annotations.NullMarked;

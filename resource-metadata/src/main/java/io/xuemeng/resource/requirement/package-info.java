/**
 * The requirements on metadata records, family META-: the form they are written in, and their values. The readers and the
 * validator of this module report them.
 */
@NullMarked
package io.xuemeng.resource.requirement;

import org.jspecify.annotations.NullMarked;

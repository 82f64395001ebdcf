/** The whole way of a resource in one program: made, signed, validated, verified, countersigned, and refused once tampered with. */
@NullMarked
package io.xuemeng.examples.quickstart;

import org.jspecify.annotations.NullMarked;

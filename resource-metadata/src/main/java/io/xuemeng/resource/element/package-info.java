/**
 * The metadata model as a tree of element descriptions, which the bindings and profiles walk. Not exported: users see the
 * records.
 */
@NullMarked
package io.xuemeng.resource.element;

import org.jspecify.annotations.NullMarked;

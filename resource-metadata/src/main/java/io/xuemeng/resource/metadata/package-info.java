/**
 * The metadata model: the nine categories of the LOM as records, and what Chinese practice adds to them. Records hold texts
 * as found; the packages beside this one read, write and judge them.
 */
@NullMarked
package io.xuemeng.resource.metadata;

import org.jspecify.annotations.NullMarked;

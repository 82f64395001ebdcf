/**
 * Metadata records as XML: a reader for every spelling of the LOM that is found, a writer of the canonical one, and the same
 * canonical one bound with JAXB.
 */
@NullMarked
package io.xuemeng.resource.xml;

import org.jspecify.annotations.NullMarked;

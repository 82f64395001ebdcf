/**
 * Profiles as data: what a record must hold beyond being well-formed, read from JSON files. Those of the LOM, of digital
 * textbooks and of basic education come with this artifact; a province extends one with a file of its own.
 */
@NullMarked
package io.xuemeng.resource.profile;

import org.jspecify.annotations.NullMarked;

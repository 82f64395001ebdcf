/**
 * What a package says it holds: the manifest of IMS Content Packaging and of what builds on it (SCORM, Common Cartridge, the
 * native form), read as found, and the requirements of family {@code MAN-} that it is judged by.
 */
@NullMarked
package io.xuemeng.resource.manifest;

import org.jspecify.annotations.NullMarked;

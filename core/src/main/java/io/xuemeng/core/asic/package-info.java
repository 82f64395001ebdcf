/**
 * Containers of signed files, ASiC-E with CAdES (ETSI EN 319 162-1) and SM2 seals beside them: a zip archive with manifests of
 * digests and signatures over those manifests. Adds signatures without touching the content, and verifies.
 */
@NullMarked
package io.xuemeng.core.asic;

import org.jspecify.annotations.NullMarked;

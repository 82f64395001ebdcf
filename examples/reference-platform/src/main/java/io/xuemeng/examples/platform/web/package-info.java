/**
 * What every page and endpoint needs of the web: pages in two languages, cookies, the proof that a form is this site's own, secrets
 * that end, parameters that are there once, where requests come from, how many may be at what takes long.
 */
@NullMarked
package io.xuemeng.examples.platform.web;

import org.jspecify.annotations.NullMarked;

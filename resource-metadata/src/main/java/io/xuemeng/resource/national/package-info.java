/**
 * The JSON of the national platform (国家中小学智慧教育平台): its documents as metadata records and back.
 */
@NullMarked
package io.xuemeng.resource.national;

import org.jspecify.annotations.NullMarked;

package io.xuemeng.resource.xml;

/** The two ways in which the elements of the LOM were named in XML. */
enum Spelling {
    /** IEEE 1484.12.3: {@code lifeCycle}, {@code string}, {@code identifier}. */
    IEEE,
    /** IMS MD 1.1 and 1.2: {@code lifecycle}, {@code langstring}, {@code catalogentry}. */
    IMS,
    /** The namespace does not say which. */
    EITHER
}

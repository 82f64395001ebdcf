package io.xuemeng.core.asic;

/** Where a container says that it is one (ETSI EN 319 162-1, 4.4.1 and A.1). */
public enum MimeTypePlace {
    /** In its first entry, named {@code mimetype}: what programs recognise most reliably. */
    ENTRY,
    /** In the archive's comment, for systems that refuse a package with a file that its manifest does not declare. */
    COMMENT
}

package io.xuemeng.resource.xml;

/** What the namespace {@link LomNamespaces#XUEMENG} holds that is no element of the model. */
final class XuemengNames {

    /** The prefix under which it is written. */
    static final String PREFIX = "xm";

    /** The element that holds what the model has no place for: one element, or text. */
    static final String EXTENSION = "extension";

    /** Its attribute that says where it belongs, when that is not where it stands: a path of the model. */
    static final String PARENT = "parent";

    /** Its attribute that says what it is called, when it is no element. */
    static final String NAME = "name";

    /** Its attribute that says what its text is, when it is no element. */
    static final String MEDIA_TYPE = "mediaType";

    private XuemengNames() {}
}

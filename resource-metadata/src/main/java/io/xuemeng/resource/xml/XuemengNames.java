package io.xuemeng.resource.xml;

/** What the namespace {@link LomNamespaces#XUEMENG} holds that is no element of the model. */
final class XuemengNames {

    /** Holds what the model has no place for. */
    static final String EXTENSION = "extension";

    private XuemengNames() {}
}

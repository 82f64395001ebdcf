package io.xuemeng.resource.xml.jaxb;

/** The namespaces of the canonical form, as constants that annotations can name. */
public final class BoundNamespaces {

    /** The LOM's. */
    public static final String LOM = "http://ltsc.ieee.org/xsd/LOM";

    /** Of what the LOM lacks. */
    public static final String XUEMENG = "urn:x-xuemeng:metadata:1.0";

    private BoundNamespaces() {}
}

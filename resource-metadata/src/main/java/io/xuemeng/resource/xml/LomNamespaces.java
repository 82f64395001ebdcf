package io.xuemeng.resource.xml;

import io.xuemeng.resource.element.Element;
import io.xuemeng.resource.xml.jaxb.BoundNamespaces;
import java.util.Set;

/** The XML namespaces in which LOM records are written. */
public final class LomNamespaces {

    /** IEEE 1484.12.3: the namespace of the canonical form, also of SCORM 2004 and IMS MD 1.3. */
    public static final String LOM = BoundNamespaces.LOM;

    /** The elements that the LOM lacks. */
    public static final String XUEMENG = BoundNamespaces.XUEMENG;

    /** The namespaces of IEEE's spelling, beside {@link #LOM}: early drafts of it, and Common Cartridge's two profiles. */
    private static final Set<String> IEEE = Set.of(
            "http://ltsc.ieee.org/xsd/LOMv1p0",
            "http://ltsc.ieee.org/xsd/LOMv1.0",
            "http://ltsc.ieee.org/xsd/LOM/v1.0",
            "http://ltsc.ieee.org/xsd/imscc/LOM",
            "http://ltsc.ieee.org/xsd/imscc/LOM/resource",
            "http://ltsc.ieee.org/xsd/imscc/LOM/manifest",
            "http://ltsc.ieee.org/xsd/imsccv1p0/LOM/resource",
            "http://ltsc.ieee.org/xsd/imsccv1p0/LOM/manifest",
            "http://ltsc.ieee.org/xsd/imsccv1p1/LOM/resource",
            "http://ltsc.ieee.org/xsd/imsccv1p1/LOM/manifest",
            "http://ltsc.ieee.org/xsd/imsccv1p2/LOM/resource",
            "http://ltsc.ieee.org/xsd/imsccv1p2/LOM/manifest",
            "http://ltsc.ieee.org/xsd/imsccv1p3/LOM/resource",
            "http://ltsc.ieee.org/xsd/imsccv1p3/LOM/manifest",
            "http://www.imsglobal.org/xsd/imsmd_v1p3",
            "http://www.imsglobal.org/xsd/imsmd_rootv1p3");

    /** The namespaces of IMS Learning Resource Meta-Data 1.1 and 1.2 and what their tools wrote; SCORM 1.2 uses them. */
    private static final Set<String> IMS = Set.of(
            "http://www.imsglobal.org/xsd/imsmd_rootv1p2p1",
            "http://www.imsglobal.org/xsd/imsmd_v1p2",
            "http://www.imsglobal.org/xsd/imsmd_rootv1p2",
            "http://www.imsglobal.org/xsd/imsmd_rootv1p1",
            "http://www.imsproject.org/xsd/imsmd_rootv1p2p1",
            "http://www.imsproject.org/xsd/imsmd_rootv1p2",
            "http://www.imsproject.org/xsd/imsmd_rootv1p1",
            "http://www.imsproject.org/xsd/ims_md_rootv1p1",
            "http://www.imsproject.org/metadata",
            "http://www.imsproject.org/metadata/");

    /** The owners of the namespaces above and of the manifests around them; an element of the LOM's in one is meant so. */
    private static final String[] FAMILY = {
        "http://ltsc.ieee.org/",
        "http://www.imsglobal.org/xsd/",
        "http://www.imsproject.org/",
        "http://www.adlnet.org/xsd/"
    };

    private LomNamespaces() {}

    /** Whether a namespace is known to hold LOM records, whatever their spelling. */
    public static boolean isLom(String namespace) {
        return namespace.equals(LOM) || IEEE.contains(namespace) || IMS.contains(namespace);
    }

    static Spelling spelling(String namespace) {
        if (namespace.equals(LOM) || IEEE.contains(namespace)) {
            return Spelling.IEEE;
        }
        return IMS.contains(namespace) ? Spelling.IMS : Spelling.EITHER;
    }

    /** Whether an element of the LOM's name in this namespace can be taken to be the LOM's. */
    static boolean isFamily(String namespace) {
        if (namespace.isEmpty() || namespace.equals(XUEMENG)) {
            return true;
        }
        for (String prefix : FAMILY) {
            if (namespace.startsWith(prefix)) {
                return true;
            }
        }
        return false;
    }

    static String of(Element.Origin origin) {
        return origin == Element.Origin.LOM ? LOM : XUEMENG;
    }
}

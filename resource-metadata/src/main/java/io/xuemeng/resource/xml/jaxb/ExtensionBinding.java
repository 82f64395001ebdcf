package io.xuemeng.resource.xml.jaxb;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAttribute;
import jakarta.xml.bind.annotation.XmlType;
import jakarta.xml.bind.annotation.XmlValue;
import org.jspecify.annotations.Nullable;

/**
 * An {@link io.xuemeng.resource.metadata.Extension} as JAXB binds it: its content is always text, also when it is an element,
 * because a tree would not give it back character for character.
 */
@XmlAccessorType(XmlAccessType.FIELD)
@XmlType(name = "Extension", namespace = BoundNamespaces.XUEMENG)
final class ExtensionBinding {

    /** Where it belongs; null when that is where it stands. */
    @XmlAttribute
    @Nullable
    String parent;

    @XmlAttribute
    @Nullable
    String name;

    @XmlAttribute
    @Nullable
    String mediaType;

    @XmlValue
    @Nullable
    String content;
}

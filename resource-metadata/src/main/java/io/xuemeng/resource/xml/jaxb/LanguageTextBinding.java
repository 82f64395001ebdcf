package io.xuemeng.resource.xml.jaxb;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAttribute;
import jakarta.xml.bind.annotation.XmlType;
import jakarta.xml.bind.annotation.XmlValue;
import org.jspecify.annotations.Nullable;

/** A {@link io.xuemeng.resource.metadata.LanguageText} as JAXB binds it. */
@XmlAccessorType(XmlAccessType.FIELD)
@XmlType(name = "LanguageText")
final class LanguageTextBinding {

    @XmlAttribute
    @Nullable
    String language;

    @XmlValue
    @Nullable
    String text;
}

import Printing

/// A form of ours: posted, with the token that shows where it comes from.
func postForm(
  _ visit: Visit, to address: String, back: String? = nil, @HTMLBuilder _ content: () -> HTML
) -> Element {
  let fields = RefusedForm.filling(address, content)
  return form {
    tokenField(visit)
    input().type("hidden").name("retour").value(back ?? visit.address([]))
    fields
  }.method("post").action(address)
}

func tokenField(_ visit: Visit) -> Element {
  input().type("hidden").name("jeton").value(visit.token)
}

/// A folded form behind a button, opened by a key on the row it stands in.
func fold(
  _ name: String, key: String? = nil, isMild: Bool = false, _ form: Element
) -> Element {
  let isOpen = RefusedForm.opens()
  return details {
    summary(name)
    form
  }.class(isMild ? "act mild" : "act").data("press", key).open(if: isOpen)
}

/// A labelled field; ids are unique on the page through `scope`.
struct FieldSet {
  let scope: String

  func text(
    _ name: String, _ title: String, value: String = "", hint: String = "", isRequired: Bool = false
  ) -> Element {
    wrap(name, title, hint) {
      input().type("text").name(name).id(id(name)).value(RefusedForm.value(name) ?? value)
        .required(if: isRequired)
        .attribute("maxlength", "500").autocomplete("off")
    }
  }

  func money(_ name: String, _ title: String, value: String = "", isRequired: Bool = false)
    -> Element
  {
    wrap(name, title, "") {
      input().type("text").name(name).id(id(name)).value(RefusedForm.value(name) ?? value)
        .class("money")
        .attribute("inputmode", "decimal").autocomplete("off").required(if: isRequired)
    }
  }

  func day(_ name: String, _ title: String, value: String, min: String? = nil) -> Element {
    wrap(name, title, "") {
      input().type("date").name(name).id(id(name)).value(RefusedForm.value(name) ?? value).min(min)
        .required()
    }
  }

  /// A day that may be left out.
  func optionalDay(_ name: String, _ title: String) -> Element {
    wrap(name, title, "") {
      input().type("date").name(name).id(id(name)).value(RefusedForm.value(name) ?? "")
    }
  }

  func choice(
    _ name: String, _ title: String, _ options: [(value: String, name: String)],
    chosen: String = "", key: String? = nil
  ) -> Element {
    let chosen = RefusedForm.value(name) ?? chosen
    return wrap(name, title, "") {
      select {
        for choice in options {
          option(choice.name).value(choice.value).selected(if: choice.value == chosen)
        }
      }.name(name).id(id(name)).data("press", key)
    }
  }

  func tick(_ name: String, _ title: String, isTicked: Bool = false) -> Element {
    label {
      input().type("checkbox").name(name).value("1")
        .checked(if: RefusedForm.isTicked(name) ?? isTicked)
      title
    }.class("tick")
  }

  private func id(_ name: String) -> String { scope + "-" + name }

  private func wrap(
    _ name: String, _ title: String, _ hint: String, @HTMLBuilder _ control: () -> HTML
  ) -> Element {
    div {
      label(title).for(id(name))
      control()
      if !hint.isEmpty { p(hint).class("hint") }
    }.class("field")
  }
}

/// Exports of banks, each with the same five movements.
enum BankLayouts {
  static let all = french + mutual + online

  private static let french = [
    BankLayout(
      bank: "BNP Paribas, sans en-tête", columns: "date=1,label=4,amount=5",
      text: """
        Compte de chèques;Compte de chèques;****1234;06/11/2026;;4 877,60
        06/11/2026;FRAIS;COMMISSIONS;COTISATION ESPRIT LIBRE;-12,50
        05/11/2026;REMISE;REMISE CHEQUES;REMISE CHEQUES BORD 0000123 MOREL;86,40
        04/11/2026;VIR;VIREMENT EMIS;VIR SEPA /MOTIF LOYER /BEN SCI DES LILAS;-350,00
        03/11/2026;CB;PAIEMENT CB;CB 0111 PAPETERIE DU CENTRE CARTE 4974XX;-45,90
        02/11/2026;VIR;VIREMENT RECU;VIR SEPA /DE SARL DUPONT FA-2026-014;1 200,00
        """),
    BankLayout(
      bank: "Crédit Agricole", columns: "date=1,label=2,debit=3,credit=4",
      text: """
        Téléchargement du 06/11/2026;

        MME CLAIRE MARTIN
        Compte courant carte n° 00012345678;
        Solde au 06/11/2026 4 877,60 €

        Liste des opérations du compte entre le 01/11/2026 et le 06/11/2026;

        Date;Libellé;Débit euros;Crédit euros;
        06/11/2026;"COTISATION
        COMPTE A COMPOSER";12,50;;
        05/11/2026;"REMISE CHEQUES
        0000123";;86,40;
        04/11/2026;"VIREMENT EMIS
        SCI DES LILAS LOYER";350,00;;
        03/11/2026;"PAIEMENT PAR CARTE
        X1234 PAPETERIE DU CENTRE 02/11";45,90;;
        02/11/2026;"VIREMENT EN VOTRE FAVEUR
        SARL DUPONT FA-2026-014";;1 200,00;
        """),
    BankLayout(
      bank: "Société Générale", columns: "date=1,label=2,amount=3,currency=4",
      text: """
        ="00012345678";01/11/2026;06/11/2026;5;06/11/2026;4877,60 EUR

        date_comptabilisation;libellé_complet_operation;montant_operation;devise;
        06/11/2026;FRAIS TENUE DE COMPTE;-12,50;EUR;
        05/11/2026;REMISE CHEQUE N 0000123;86,40;EUR;
        04/11/2026;000001 VIR EUROPEEN EMIS LOGITEL POUR: SCI DES LILAS;-350,00;EUR;
        03/11/2026;CARTE X1234 02/11 PAPETERIE DU CENTRE;-45,90;EUR;
        02/11/2026;VIR RECU 123456789S DE: SARL DUPONT FA-2026-014;1200,00;EUR;
        """),
    BankLayout(
      bank: "LCL, sans en-tête", columns: "date=1,label=5,amount=2",
      text: """
        02/11/2026;1200,00;Virement;;VIR SEPA SARL DUPONT FA-2026-014;0;Divers
        03/11/2026;-45,90;Carte;;CB PAPETERIE DU CENTRE 02/11/26;0;Divers
        04/11/2026;-350,00;Virement;;VIREMENT SCI DES LILAS LOYER;0;Divers
        05/11/2026;86,40;Chèque;123;REMISE CHEQUES;0;Divers
        06/11/2026;-12,50;Frais;;COTISATION ZEN;0;Divers
        06/11/2026;4877,60;;00123 012345A
        """),
    BankLayout(
      bank: "La Banque Postale", columns: "date=1,label=2,amount=3",
      text: """
        Numéro Compte   ;0012345A020
        Type         ;CCP
        Compte tenu en  ;euros
        Date            ;06/11/2026
        Solde (EUROS)   ;4877,60

        Date;Libellé;Montant(EUROS)
        06/11/2026;"COTISATION TRIMESTRIELLE";-12,50
        05/11/2026;"REMISE DE CHEQUE(S) N 0000123";86,40
        04/11/2026;"VIREMENT POUR SCI DES LILAS LOYER";-350,00
        03/11/2026;"ACHAT CB PAPETERIE DU CENTRE 02.11.26";-45,90
        02/11/2026;"VIREMENT DE SARL DUPONT FA-2026-014";1200,00
        """),
    BankLayout(
      bank: "HSBC", columns: "date=1,label=3,debit=4,credit=5,balance=6,operation=2",
      text: """
        Date,Type,Description,Paid out,Paid in,Balance
        02/11/2026,CR,SARL DUPONT FA-2026-014,,"1,200.00","5,199.60"
        03/11/2026,VIS,PAPETERIE DU CENTRE,45.90,,"5,153.70"
        04/11/2026,BP,SCI DES LILAS,350.00,,"4,803.70"
        05/11/2026,CHQ,DEPOSIT 0000123,,86.40,"4,890.10"
        06/11/2026,DR,ACCOUNT FEE,12.50,,"4,877.60"
        """),
  ]

  private static let mutual = [
    BankLayout(
      bank: "CIC et Crédit Mutuel",
      columns: "date=1,value-date=2,label=5,debit=3,credit=4,balance=6",
      text: """
        Date;Date de valeur;Débit;Crédit;Libellé;Solde
        02/11/2026;02/11/2026;;1200,00;VIR SARL DUPONT FA-2026-014;5199,60
        03/11/2026;03/11/2026;-45,90;;PAIEMENT CB 0211 PAPETERIE DU CENTRE;5153,70
        04/11/2026;04/11/2026;-350,00;;VIR SCI DES LILAS LOYER;4803,70
        05/11/2026;06/11/2026;;86,40;REM CHQ REF0000123;4890,10
        06/11/2026;06/11/2026;-12,50;;FACT SGT000123;4877,60
        """),
    BankLayout(
      bank: "Crédit Mutuel, sans en-tête",
      columns: "date=1,value-date=2,label=5,debit=3,credit=4,balance=6",
      text: """
        02/11/2026;02/11/2026;;1200,00;VIR SARL DUPONT FA-2026-014;5199,60
        03/11/2026;03/11/2026;45,90;;PAIEMENT CB 0211 PAPETERIE DU CENTRE;5153,70
        04/11/2026;04/11/2026;350,00;;VIR SCI DES LILAS LOYER;4803,70
        05/11/2026;06/11/2026;;86,40;REM CHQ REF0000123;4890,10
        06/11/2026;06/11/2026;12,50;;FACT SGT000123;4877,60
        """),
    BankLayout(
      bank: "Caisse d'Épargne", columns: "date=1,label=3+6,debit=4,credit=5,reference=2",
      text: """
        Code de la banque : 11315;Code de l'agence : 00001;Date de début : 01/11/2026;\
        Date de fin : 06/11/2026
        Numéro de compte : 04001234567;Nom du compte : COMPTE COURANT;Devise : EUR
        Solde en fin de période : 4877,60
        Date;Numéro d'opération;Libellé;Débit;Crédit;Détail
        06/11/26;0000005;*COTISATION BOUQUET LIBERTE;-12,50;;
        05/11/26;0000004;REMISE CHEQUES;;+86,40;BORDEREAU 0000123
        04/11/26;0000003;VIR SCI DES LILAS;-350,00;;LOYER NOVEMBRE
        03/11/26;0000002;CB PAPETERIE DU CENTRE;-45,90;;FACT 021126
        02/11/26;0000001;VIR SEPA SARL DUPONT FA-2026-014;;+1200,00;
        Solde en début de période : 3999,60
        """),
    BankLayout(
      bank: "Banque Populaire",
      columns: "date=3,value-date=6,label=4,amount=7,reference=5,account=1",
      text: """
        Compte;Date de comptabilisation;Date opération;Libellé;Référence;Date valeur;Montant
        10207000120001234567890;06/11/2026;06/11/2026;COTIS RYTHMIC;9ABC005;06/11/2026;-12,50
        10207000120001234567890;05/11/2026;05/11/2026;REMISE CHEQUES 0000123;9ABC004;06/11/2026;\
        +86,40
        10207000120001234567890;04/11/2026;04/11/2026;VIR SCI DES LILAS;9ABC003;04/11/2026;-350,00
        10207000120001234567890;03/11/2026;02/11/2026;CB PAPETERIE DU CENTRE;9ABC002;03/11/2026;\
        -45,90
        10207000120001234567890;02/11/2026;02/11/2026;VIR SARL DUPONT FA-2026-014;9ABC001;\
        02/11/2026;+1200,00
        """),
  ]

  private static let online = [
    BankLayout(
      bank: "Qonto",
      columns: "date=3,value-date=2,label=8,amount=4,counterparty=6,currency=5,status=1",
      text: """
        Statut;Date de la valeur (UTC);Date de l'opération (UTC);Montant total (TTC);Devise;\
        Nom de la contrepartie;Méthode de paiement;Référence;Note
        Exécuté;06-11-2026 08:00:00;06-11-2026 08:00:00;-12,50;EUR;Qonto;Frais;ABONNEMENT;
        Exécuté;05-11-2026 08:00:00;05-11-2026 08:00:00;86,40;EUR;Morel SA;Chèque;CHQ 0000123;
        Exécuté;04-11-2026 08:00:00;04-11-2026 08:00:00;-350,00;EUR;SCI des Lilas;Virement;LOYER;
        Exécuté;03-11-2026 08:00:00;03-11-2026 08:00:00;-45,90;EUR;Papeterie du Centre;Carte;ACHAT;
        Exécuté;02-11-2026 08:00:00;02-11-2026 08:00:00;1200,00;EUR;SARL Dupont;Virement;\
        DUPONT FA-2026-014;
        """),
    BankLayout(
      bank: "Boursorama", columns: "date=1,value-date=2,label=3,amount=6,balance=10,account=8",
      text: """
        dateOp;dateVal;label;category;supplierFound;amount;comment;accountNum;accountLabel;\
        accountbalance
        2026-11-06;2026-11-06;"COTISATION CARTE";"Frais bancaires";"";-12,50;"";00012345678;\
        "BoursoBank";4877.60
        2026-11-05;2026-11-05;"REMISE CHEQUE 0000123";"Revenus";"";86,40;"";00012345678;\
        "BoursoBank";4877.60
        2026-11-04;2026-11-04;"VIR SCI DES LILAS";"Logement";"sci des lilas";-350,00;"";\
        00012345678;"BoursoBank";4877.60
        2026-11-03;2026-11-03;"CARTE 02/11/26 PAPETERIE DU CENTRE";"Achats";"papeterie";-45,90;\
        "";00012345678;"BoursoBank";4877.60
        2026-11-02;2026-11-02;"VIR SARL DUPONT FA-2026-014";"Revenus";"dupont";"1 200,00";"";\
        00012345678;"BoursoBank";4877.60
        """),
    BankLayout(
      bank: "Revolut",
      columns: "date=4,label=5,amount=6,balance=10,operation=1,currency=8,status=9",
      text: """
        Type,Product,Started Date,Completed Date,Description,Amount,Fee,Currency,State,Balance
        TOPUP,Current,2026-11-02 07:01:00,2026-11-02 08:00:00,SARL DUPONT FA-2026-014,1200.00,\
        0.00,EUR,COMPLETED,5199.60
        CARD_PAYMENT,Current,2026-11-02 07:01:00,2026-11-03 08:00:00,Papeterie du Centre,-45.90,\
        0.00,EUR,COMPLETED,5153.70
        TRANSFER,Current,2026-11-04 07:01:00,2026-11-04 08:00:00,SCI des Lilas,-350.00,0.00,EUR,\
        COMPLETED,4803.70
        TRANSFER,Current,2026-11-05 07:01:00,2026-11-05 08:00:00,Morel SA,86.40,0.00,EUR,\
        COMPLETED,4890.10
        FEE,Current,2026-11-06 07:01:00,2026-11-06 08:00:00,Plan fee,-12.50,0.00,EUR,COMPLETED,\
        4877.60
        """),
    BankLayout(
      bank: "montant et sens, sans en-tête", columns: "date=1,label=2,amount=3,sense=4",
      text: """
        02/11/2026|VIR SARL DUPONT FA-2026-014|1200,00|C
        03/11/2026|PAPETERIE DU CENTRE|45,90|D
        04/11/2026|SCI DES LILAS LOYER|350,00|D
        05/11/2026|REMISE 0000123|86,40|C
        06/11/2026|COTISATION|12,50|D
        """),
    BankLayout(
      bank: "solde qui court, sans mots de banque", columns: "date=1,label=2,amount=3,balance=4",
      text: """
        06/11/2026\tabonnement\t-12,50\t4877,60
        05/11/2026\tmorel\t86,40\t4890,10
        04/11/2026\tlilas\t-350,00\t4803,70
        03/11/2026\tpapeterie\t-45,90\t5153,70
        02/11/2026\tDUPONT FA-2026-014\t1200,00\t5199,60
        """),
  ]
}

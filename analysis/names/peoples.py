"""Countries, larger regions and cities, and the words for their peoples. Data only."""

from __future__ import annotations

# One line a country: its names, then after "|" what its people and things are called.
_COUNTRIES = """
Afghanistan | Afghan Afghans
Albania | Albanian Albanians
Algeria | Algerian Algerians
Angola | Angolan Angolans
Argentina | Argentine Argentines Argentinian Argentinians Argentinean
Armenia | Armenian Armenians
Australia | Australian Australians Aussie Aussies
Austria | Austrian Austrians
Azerbaijan | Azerbaijani Azerbaijanis Azeri Azeris
Bahamas | Bahamian Bahamians
Bahrain | Bahraini Bahrainis
Bangladesh | Bangladeshi Bangladeshis
Barbados | Barbadian Barbadians
Belarus | Belarusian Belarusians
Belgium | Belgian Belgians
Belize | Belizean Belizeans
Benin | Beninese
Bhutan | Bhutanese
Bolivia | Bolivian Bolivians
Bosnia, Herzegovina | Bosnian Bosnians Bosniak Bosniaks
Botswana | Botswanan
Brazil | Brazilian Brazilians
Britain, United Kingdom, UK, England, Scotland, Wales | British Britons English Scottish Scots Welsh
Brunei | Bruneian
Bulgaria | Bulgarian Bulgarians
Burkina Faso | Burkinabe
Burma, Myanmar | Burmese
Burundi | Burundian Burundians
Cambodia | Cambodian Cambodians Khmer
Cameroon | Cameroonian Cameroonians
Canada | Canadian Canadians
Chad | Chadian Chadians
Chile | Chilean Chileans
China, PRC | Chinese
Colombia | Colombian Colombians
Congo, DRC | Congolese
Costa Rica | Costa Rican Ricans Tico Ticos
Croatia | Croatian Croatians Croat Croats
Cuba | Cuban Cubans
Cyprus | Cypriot Cypriots
Czechia, Czech Republic | Czech Czechs
Denmark | Danish Dane Danes
Djibouti | Djiboutian
Dominican Republic | Dominican Dominicans
Ecuador | Ecuadorian Ecuadorians Ecuadorean
Egypt | Egyptian Egyptians
El Salvador | Salvadoran Salvadorans
Eritrea | Eritrean Eritreans
Estonia | Estonian Estonians
Ethiopia | Ethiopian Ethiopians
Fiji | Fijian Fijians
Finland | Finnish Finn Finns
France | French Frenchman
Gabon | Gabonese
Gambia | Gambian Gambians
Germany | German Germans
Ghana | Ghanaian Ghanaians
Greece | Greek Greeks
Greenland | Greenlandic
Guatemala | Guatemalan Guatemalans
Guinea | Guinean Guineans
Guyana | Guyanese
Haiti | Haitian Haitians
Honduras | Honduran Hondurans
Hong Kong | Hongkonger Hongkongers
Hungary | Hungarian Hungarians
Iceland | Icelandic
India | Indian Indians
Indonesia | Indonesian Indonesians
Iran | Iranian Iranians Persian
Iraq | Iraqi Iraqis
Ireland | Irish
Israel | Israeli Israelis
Italy | Italian Italians
Ivory Coast | Ivorian
Jamaica | Jamaican Jamaicans
Japan | Japanese
Jordan | Jordanian Jordanians
Kazakhstan | Kazakh Kazakhs
Kenya | Kenyan Kenyans
Kosovo | Kosovar Kosovars
Kuwait | Kuwaiti Kuwaitis
Kyrgyzstan | Kyrgyz
Laos | Laotian Lao
Latvia | Latvian Latvians
Lebanon | Lebanese
Lesotho | Basotho
Liberia | Liberian Liberians
Libya | Libyan Libyans
Lithuania | Lithuanian Lithuanians
Luxembourg | Luxembourgish
Madagascar | Malagasy
Malawi | Malawian Malawians
Malaysia | Malaysian Malaysians Malay Malays
Maldives | Maldivian
Mali | Malian Malians
Malta | Maltese
Mauritania | Mauritanian
Mauritius | Mauritian Mauritians
Mexico | Mexican Mexicans
Moldova | Moldovan Moldovans
Mongolia | Mongolian Mongolians
Montenegro | Montenegrin
Morocco | Moroccan Moroccans
Mozambique | Mozambican Mozambicans
Namibia | Namibian Namibians
Nepal | Nepali Nepalese
Netherlands, Holland | Dutch
New Zealand | Kiwi Kiwis
Nicaragua | Nicaraguan Nicaraguans
Niger | Nigerien
Nigeria | Nigerian Nigerians
North Korea, South Korea, Korea, DPRK | Korean Koreans
North Macedonia, Macedonia | Macedonian Macedonians
Norway | Norwegian Norwegians
Oman | Omani Omanis
Pakistan | Pakistani Pakistanis
Palestine, Gaza, West Bank | Palestinian Palestinians
Panama | Panamanian Panamanians
Papua New Guinea | Papuan
Paraguay | Paraguayan Paraguayans
Peru | Peruvian Peruvians
Philippines | Filipino Filipinos Philippine
Poland | Polish Pole Poles
Portugal | Portuguese
Puerto Rico | Puerto Rican
Qatar | Qatari Qataris
Romania | Romanian Romanians
Russia | Russian Russians
Rwanda | Rwandan Rwandans
Samoa | Samoan Samoans
Saudi Arabia, KSA | Saudi Saudis
Senegal | Senegalese
Serbia | Serbian Serbians Serb Serbs
Sierra Leone | Leonean
Singapore | Singaporean Singaporeans
Slovakia | Slovak Slovaks
Slovenia | Slovenian Slovenians
Somalia | Somali Somalis
South Africa | South African Africans
South Sudan, Sudan | Sudanese
Spain | Spanish Spaniard Spaniards
Sri Lanka | Sri Lankan Lankans
Suriname | Surinamese
Sweden | Swedish Swede Swedes
Switzerland | Swiss
Syria | Syrian Syrians
Taiwan | Taiwanese
Tajikistan | Tajik Tajiks
Tanzania | Tanzanian Tanzanians
Thailand | Thai Thais
Tibet | Tibetan Tibetans
Togo | Togolese
Tonga | Tongan Tongans
Trinidad, Tobago | Trinidadian
Tunisia | Tunisian Tunisians
Turkey, Türkiye | Turkish Turk Turks
Turkmenistan | Turkmen
Uganda | Ugandan Ugandans
Ukraine | Ukrainian Ukrainians
United Arab Emirates, UAE, Dubai, Abu Dhabi | Emirati Emiratis
United States, US, USA, America, United States of America | American Americans
Uruguay | Uruguayan Uruguayans
Uzbekistan | Uzbek Uzbeks
Vanuatu | Vanuatuan
Venezuela | Venezuelan Venezuelans
Vietnam, Viet Nam | Vietnamese
Yemen | Yemeni Yemenis
Zambia | Zambian Zambians
Zimbabwe | Zimbabwean Zimbabweans
"""

_LANDS_AND_CITIES = """
Abidjan, Abuja, Accra, Addis Ababa, Adelaide, Aden, Africa, Alabama, Alaska, Alberta, Aleppo,
Algiers, Almaty, Amman, Amsterdam, Andhra Pradesh, Anhui, Ankara, Antananarivo, Arizona,
Arkansas, Arunachal Pradesh, Asia, Asmara, Assam, Astana, Asunción, Athens, Atlanta, Auckland,
Baghdad, Baku, Bali, Balkans, Bamako, Bangalore, Bangkok, Bangui, Barcelona, Basra, Bavaria,
Beijing, Beirut, Belfast, Belgrade, Bengaluru, Benghazi, Berlin, Bern, Bihar, Birmingham,
Bishkek, Bogota, Bogotá, Bombay, Boston, Brasília, Bratislava, Brazzaville, Brisbane, British
Columbia, Brussels, Bucharest, Budapest, Buenos Aires, Bujumbura, Busan, Cairo, Calcutta,
Calgary, Cali, California, Canberra, Cape Town, Caracas, Caribbean, Cartagena, Casablanca,
Catalonia, Central America, Chechnya, Chennai, Chhattisgarh, Chiapas, Chicago, Chisinau,
Chittagong, Cologne, Colombo, Colorado, Conakry, Connecticut, Copenhagen, Crimea, Cuenca, Cusco,
Daegu, Dakar, Dallas, Damascus, Dar es Salaam, Darwin, Delaware, Delhi, Denver, Detroit, Dhaka,
Djibouti, Dodoma, Doha, Donbas, Donetsk, Dublin, Durban, Dushanbe, Edinburgh, Erbil, Europe,
Florida, Frankfurt, Freetown, Fujian, Fukushima, Gaborone, Gansu, Geneva, Georgetown, Georgia,
Glasgow, Goa, Guangdong, Guangxi, Guangzhou, Guatemala City, Guayaquil, Gujarat, Gulf, Haifa,
Hainan, Hamburg, Hangzhou, Hanoi, Harare, Haryana, Havana, Hawaii, Hebei, Heilongjiang,
Helsinki, Henan, Himachal Pradesh, Hiroshima, Ho Chi Minh City, Hokkaido, Honolulu, Houston,
Hubei, Hunan, Hyderabad, Idaho, Illinois, Incheon, Indiana, Iowa, Islamabad, Istanbul, Jakarta,
Jalisco, Jammu, Jeddah, Jerusalem, Jharkhand, Jiangsu, Jiangxi, Jilin, Johannesburg, Juba,
Kabul, Kampala, Kandahar, Kansas, Karachi, Karnataka, Kashmir, Kathmandu, Kentucky, Kerala,
Kharkiv, Khartoum, Khyber Pakhtunkhwa, Kiev, Kigali, Kingston, Kinshasa, Kobe, Kolkata, Kuala
Lumpur, Kurdistan, KwaZulu-Natal, Kyiv, Kyoto, La Paz, Labrador, Ladakh, Lagos, Lahore, Las
Vegas, Latin America, Leeds, Leipzig, Liaoning, Libreville, Lilongwe, Lima, Lisbon, Liverpool,
Ljubljana, Lomé, London, Los Angeles, Louisiana, Luanda, Lusaka, Lyon, Macau, Madhya Pradesh,
Madrid, Maghreb, Maharashtra, Maine, Male, Managua, Manama, Manchester, Manila, Manipur,
Manitoba, Maputo, Mariupol, Marseille, Maryland, Massachusetts, Mecca, Medellín, Medina,
Meghalaya, Melbourne, Mexico City, Miami, Michigan, Middle East, Milan, Minnesota, Minsk,
Mississippi, Missouri, Mizoram, Mogadishu, Mombasa, Monrovia, Montana, Montevideo, Montreal,
Moscow, Mosul, Mumbai, Munich, Muscat, N'Djamena, Nagaland, Nagasaki, Nagoya, Nairobi, Naples,
Nebraska, Nevada, New Brunswick, New Delhi, New Hampshire, New Jersey, New Mexico, New Orleans,
New South Wales, New York, Newfoundland, Niamey, Nicosia, North America, North Carolina, North
Dakota, Nova Scotia, Nuku'alofa, Nunavut, Oaxaca, Odesa, Odessa, Odisha, Ohio, Okinawa,
Oklahoma, Ontario, Oregon, Osaka, Oslo, Ottawa, Ouagadougou, Panama City, Paris, Pennsylvania,
Perth, Peshawar, Philadelphia, Phnom Penh, Phoenix, Port Moresby, Port-au-Prince, Prague,
Pretoria, Puebla, Pune, Punjab, Pyongyang, Quebec, Queensland, Quetta, Quito, Rabat, Raipur,
Rajasthan, Ramallah, Reykjavik, Rhode Island, Riga, Rio de Janeiro, Riyadh, Rome, Rotterdam,
Sahel, San Francisco, San Jose, San José, San Salvador, Sana'a, Sanaa, Santiago de Chile, Sao
Paulo, Sapporo, Sarajevo, Saskatchewan, Saxony, Scandinavia, Seattle, Seoul, Shaanxi, Shandong,
Shanghai, Shanxi, Sharjah, Shenzhen, Siberia, Sichuan, Sikkim, Sindh, Skopje, Sofia, Sonora,
South America, South Australia, South Carolina, South Dakota, Srebrenica, Srinagar, St
Petersburg, St. Petersburg, Stockholm, Strasbourg, Stuttgart, Surabaya, Suva, São Paulo, Taipei,
Tallinn, Tamil Nadu, Tashkent, Tasmania, Tbilisi, Tegucigalpa, Tehran, Tel Aviv, Telangana,
Tennessee, Texas, Tigray, Tijuana, Tirana, Tokyo, Toronto, Tripoli, Tripura, Tunis, Ulaanbaatar,
Ulan Bator, Utah, Uttar Pradesh, Uttarakhand, Valencia, Valletta, Vancouver, Venice, Veracruz,
Vermont, Vienna, Vientiane, Vilnius, Virginia, Vladivostok, Warsaw, Washington, Wellington, West
Bengal, West Virginia, Western Australia, Wisconsin, Wuhan, Wyoming, Xi'an, Xinjiang, Yangon,
Yaoundé, Yerevan, Yokohama, Yucatan, Yucatán, Yukon, Yunnan, Zagreb, Zanzibar, Zaporizhzhia,
Zhejiang, Zurich, Ariz, Calif, Colo, Conn, Fla, Mich, Minn, Neb, Nev, Okla, Tenn, Wis, Wyo
"""

_OTHER_PEOPLES = """
Aboriginal African Africans Ahmadi Ahmadis Alaskan Alawite Alawites Anglican Anglicans Arab Arabs
Asian Asians Aymara Baloch Balochs Bengali Berber Buddhist Buddhists Californian Catalan Catholic
Catholics Chechen Christians Copt Coptic Copts Dalit Dalits Democrats Druze European Europeans
Evangelical Evangelicals Georgian Georgians Haredi Hasidic Hausa Hazara Hazaras Hindu Hindus
Hispanic Hutu Igbo Indigenous Inuit Islamic Israelites Jewish Jews Kashmiri Kentuckian Kurd
Kurdish Kurds Latina Latino Latinos Lutheran Lutherans Maasai Maori Mapuche Mayan Mormon Mormons
Muslim Muslims Māori Oromo Orthodox Pashtun Pashtuns Protestant Protestants Punjabi Quechua
Republicans Rohingya Roma Salafi Salafis Sherpa Sherpas Shia Shiite Shiites Sikh Sikhs Sinhalese
Sufi Sufis Sunni Sunnis Tamil Tamils Tatar Texan Tigrayan Tribes Tutsi Uighur Uyghur Uyghurs
Western Westerners Yazidi Yazidis Yoruba Zionist Zionists Zulu
"""


def _read(table: str) -> tuple[frozenset[str], frozenset[str]]:
    places: set[str] = set()
    peoples: set[str] = set()
    for line in table.strip().splitlines():
        names, _, words = line.partition("|")
        places.update(name.strip().lower() for name in names.split(","))
        peoples.update(words.lower().split())
    others = " ".join(_LANDS_AND_CITIES.split())
    places.update(name.strip().lower() for name in others.split(","))
    peoples.update(_OTHER_PEOPLES.lower().split())
    return frozenset(places), frozenset(peoples)


PLACES, PEOPLES = _read(_COUNTRIES)
"""Lower-case names of places (of one or several words), and words for peoples."""

ABBREVIATED_PLACES = frozenset(
    {
        "us",
        "u.s",
        "uk",
        "u.k",
        "usa",
        "u.s.a",
        "uae",
        "drc",
        "prc",
        "ksa",
        "nsw",
        "nwt",
        "n.w.t",
        "n.c",
        "n.d",
        "n.h",
        "n.j",
        "n.m",
        "n.y",
        "r.i",
        "s.c",
        "s.d",
        "w.va",
        "up",
        "j&k",
    }
)
"""Countries' short forms; capitals only, for "us" is a pronoun."""
